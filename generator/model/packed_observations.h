#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/packed_numbers.h"
#include "model/observation.h"

namespace yokoten {

/// Observations that there are hundreds of thousands of: each of their members is a column, and a
/// column takes as few bits as its numbers need. Mostly some ten bytes for each observation.
class PackedObservations {
 public:
  static constexpr std::size_t block_size = PackedNumbers::block_size;

  PackedObservations() = default;
  explicit PackedObservations(std::span<const Observation> observations);

  std::size_t size() const { return columns_.front().size(); }
  Observation operator[](std::size_t at) const;
  int area(std::size_t at) const { return member(Column::area, at); }
  int period(std::size_t at) const { return member(Column::period, at); }
  int breakdown(std::size_t at) const { return member(Column::breakdown, at); }
  /// Unpacks a whole block, of which the last may hold fewer.
  void take(std::size_t block, std::vector<Observation>& into) const;

  void push_back(const Observation& observation);
  void set(std::size_t at, const Observation& observation);

 private:
  /// Of a number two: the digits, and the places behind the point or -1 for none.
  enum class Column : std::uint8_t {
    indicator,
    area,
    period,
    breakdown,
    numerator,
    denominator = numerator + 2,
    value = denominator + 2,
    lower = value + 2,
    upper = lower + 2,
    flags = upper + 2,
    missing,
    source,
    numerator_source,
    numerator_column,
    numerator_row,
    denominator_source,
    denominator_column,
    denominator_row,
    count
  };
  static constexpr auto count = static_cast<std::size_t>(Column::count);
  /// What stands in the columns for one observation.
  class Members;

  int member(Column column, std::size_t at) const {
    return static_cast<int>(columns_[static_cast<std::size_t>(column)][at]);
  }

  std::array<PackedNumbers, count> columns_;
};

}  // namespace yokoten
