#pragma once

#include <string>
#include <string_view>

#include "model/data_set.h"

namespace yokoten {

/// `data/datapackage.json`: the Frictionless description (v1) of a table of figures, `csv` being
/// the bytes of its file beside it.
std::string data_package_json(const Publication& publication, const DataSet& set,
                              std::string_view csv);

/// `data/observations.csv-metadata.json`: the same for CSV on the Web, under the name that its
/// readers try by themselves.
std::string csvw_json(const Publication& publication, const DataSet& set);

}  // namespace yokoten
