#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/data_set.h"
#include "publish/manifest.h"

namespace yokoten {

/// A table of `data/` besides the figures.
struct DataTable {
  std::string name;      ///< its file is NAME.csv
  std::string title;     ///< in the publication's words
  std::string_view csv;  ///< its bytes
};

/// `data/datapackage.json`: the Frictionless description (v1) of a table of figures, `figures`
/// being what is to be said of its file, and of the tables beside it.
std::string data_package_json(const Publication& publication, const DataSet& set,
                              const ManifestEntry& figures,
                              const std::vector<DataTable>& tables = {});

/// `data/observations.csv-metadata.json`: the same for CSV on the Web, under the name that its
/// readers try by themselves.
std::string csvw_json(const Publication& publication, const DataSet& set);

}  // namespace yokoten
