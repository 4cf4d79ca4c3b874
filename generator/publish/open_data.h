#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/pieces.h"
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

class CsvRows;

/// Figures as CSV with a byte order mark, a row each. It is good as long as the cube stays as it
/// was.
class FiguresCsv {
 public:
  FiguresCsv(const Publication& publication, const Areas& areas, const Cube& cube);
  ~FiguresCsv();

  /// The headings and the rows of the set.
  std::string of(const DataSet& set) const;
  /// The same in pieces, which are good as long as this and the set are.
  Pieces pieces_of(const DataSet& set) const;
  /// What stands before the rows.
  static std::string head();
  /// Hands over the rows alone.
  bool hand_over_rows(const DataSet& set, const TakePiece& take) const;

 private:
  std::string rows_of(const ObservationRun& run) const;

  std::unique_ptr<CsvRows> rows_;
};

/// The figures of a set as JSON: what is to be known about them, and the rows with the texts of the
/// CSV.
std::string data_json(const Publication& publication, const Areas& areas, const Measured& measured,
                      const DataSet& set);

}  // namespace yokoten
