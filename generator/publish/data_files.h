#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/corrected_figures.h"
#include "model/data_set.h"
#include "model/release_changes.h"
#include "publish/data_package.h"
#include "publish/data_sheets.h"
#include "publish/open_data.h"
#include "publish/tree.h"

namespace yokoten {

/// What open data are made from.
struct DataBook {
  const Publication& publication;
  const Areas& areas;
  const Measured& measured;
  const CorrectedFigures& corrected;
  const ReleaseHistory& history;
  const std::vector<DataSet>& sets;  ///< the whole first
  const FiguresCsv& csv;
  SheetWords words;
};

/// Writes all figures as CSV where the site has them, and under these addresses too, and those of
/// each indicator. What is to be said of all of them; nothing when they could not be written.
/// The sets of indicators follow one another as their figures do in the cube. `is_known`: whether
/// the live site has the same rows of an indicator.
std::optional<ManifestEntry> write_figures(const DataBook& book, std::vector<std::string> addresses,
                                           const std::function<bool(int)>& is_known,
                                           NextTree& tree);

/// Writes the set in its forms, but for the CSV of the whole and of indicators. The workbook of the
/// live site is taken over where it says the same. False when a file could not be written; several
/// threads may write at once.
bool write_data(const DataBook& book, const DataSet& set, NextTree& tree);

/// Writes what describes the figures (of the file `figures`) to programs: datapackage.json, with
/// the other tables of `data/` (`tables`), and the CSVW metadata.
bool write_descriptions(const DataBook& book, const ManifestEntry& figures,
                        const std::vector<DataTable>& tables, NextTree& tree);

/// Writes what describes all sets to catalogues of data (DCAT).
bool write_catalogue(const DataBook& book, NextTree& tree);

}  // namespace yokoten
