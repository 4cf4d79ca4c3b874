#pragma once

#include "model/corrected_figures.h"
#include "model/data_set.h"
#include "publish/tree.h"

namespace yokoten {

/// What open data are made from.
struct DataBook {
  const Publication& publication;
  const Areas& areas;
  const Measured& measured;
  const CorrectedFigures& corrected;
};

/// Writes the set as CSV, JSON and XLSX. The workbook of the live site is taken over where it says
/// the same. False when a file could not be written; several threads may write at once.
bool write_data(const DataBook& book, const DataSet& set, NextTree& tree);

/// Writes what describes the whole set to programs: datapackage.json and the CSVW metadata.
bool write_descriptions(const DataBook& book, const DataSet& whole, NextTree& tree);

}  // namespace yokoten
