#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

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

/// All figures as CSV with a byte order mark, a row each, made once. It is good as long as the cube
/// stays as it was.
class FiguresCsv {
 public:
  FiguresCsv(const Publication& publication, const Areas& areas, const Cube& cube);

  const std::string& whole() const { return text_; }
  /// The headings and the rows of the set, which are of the same cube.
  std::string of(const DataSet& set) const;

 private:
  void take(const std::vector<std::string>& parts, std::size_t first);

  const Observation* first_;
  std::string text_;
  std::size_t head_ = 0;
  std::vector<std::size_t> ends_;  // byte behind each row, in the order of the cube
};

/// The figures of a set as JSON: what is to be known about them, and the rows with the texts of the
/// CSV.
std::string data_json(const Publication& publication, const Areas& areas, const Measured& measured,
                      const DataSet& set);

}  // namespace yokoten
