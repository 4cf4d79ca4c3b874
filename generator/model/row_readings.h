#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "base/packed_numbers.h"
#include "model/area.h"

namespace yokoten {

/// How the area of a row was told.
enum class AreaMatch : std::uint8_t { none, fixed, exact, code, variant, county, former };

/// What a row is for counting.
enum class RowRole : std::uint8_t { counted, total, part };

/// How a row of a source was understood.
struct RowReading {
  std::int32_t area = Areas::none;  ///< none for a total or a part, too
  AreaMatch match = AreaMatch::none;
  RowRole role = RowRole::counted;
};

/// The same of all rows of a source, of which there may be millions: neighbours mostly agree.
class RowReadings {
 public:
  RowReadings() = default;
  RowReadings(std::initializer_list<RowReading> rows) {
    for (const RowReading& each : rows) push_back(each);
  }

  std::size_t size() const { return packed_.size(); }
  RowReading operator[](std::size_t row) const {
    const std::int64_t number = packed_[row];
    return {static_cast<std::int32_t>(number >> area_bit),
            static_cast<AreaMatch>(number >> match_bit & small),
            static_cast<RowRole>(number & small)};
  }
  int area(int row) const { return (*this)[static_cast<std::size_t>(row)].area; }
  void push_back(const RowReading& row) { packed_.push_back(packed(row)); }
  void set(std::size_t at, const RowReading& row) { packed_.set(at, packed(row)); }
  void append(const RowReadings& rows) {
    for (std::size_t at = 0; at < rows.size(); ++at) packed_.push_back(rows.packed_[at]);
  }
  void clear() { packed_ = {}; }

 private:
  static constexpr int match_bit = 4, area_bit = 8;
  static constexpr std::int64_t small = (1 << match_bit) - 1;

  static std::int64_t packed(const RowReading& row) {
    return static_cast<std::int64_t>(row.area) << area_bit |
           static_cast<std::int64_t>(row.match) << match_bit | static_cast<std::int64_t>(row.role);
  }

  PackedNumbers packed_;
};

}  // namespace yokoten
