#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/data_set.h"

namespace yokoten {

/// The columns of open data (publish/observations.md).
inline constexpr std::array<std::string_view, 14> data_columns = {
    "indicator", "area_code", "area_name", "period", "breakdown", "numerator",      "denominator",
    "value",     "lower",     "upper",     "unit",   "flag",      "missing_reason", "source"};

using DataCells = std::array<std::string, data_columns.size()>;

/// An observation as the texts of its columns; numbers are exact, what is missing is empty.
DataCells data_cells(const Publication& publication, const Areas& areas, const Cube& cube,
                     const Observation& seen);

/// The figures as CSV with a byte order mark, a row each.
std::string data_csv(const Publication& publication, const Areas& areas, const Measured& measured,
                     const DataSet& set);

/// The same as JSON: what is to be known about them, and the rows with the texts of the CSV.
std::string data_json(const Publication& publication, const Areas& areas, const Measured& measured,
                      const DataSet& set);

}  // namespace yokoten
