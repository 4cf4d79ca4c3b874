#include "model/packed_observations.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace yokoten {

class PackedObservations::Members {
 public:
  Members() = default;
  explicit Members(const Observation& seen) {
    of(Column::indicator) = seen.indicator;
    of(Column::area) = seen.area;
    of(Column::period) = seen.period;
    of(Column::breakdown) = seen.breakdown;
    put(Column::numerator, seen.numerator.unnoted());
    put(Column::denominator, seen.denominator.unnoted());
    put(Column::value, seen.value.unnoted());
    put(Column::lower, seen.lower.unnoted());
    put(Column::upper, seen.upper.unnoted());
    of(Column::flags) = seen.flags;
    of(Column::missing) = static_cast<std::int64_t>(seen.missing);
    of(Column::source) = seen.source;
    put(Column::numerator_source, seen.numerator_origin);
    put(Column::denominator_source, seen.denominator_origin);
  }

  Observation observation() const {
    Observation seen;
    seen.indicator = whole<std::int32_t>(Column::indicator);
    seen.area = whole<std::int32_t>(Column::area);
    seen.period = whole<std::int32_t>(Column::period);
    seen.breakdown = whole<std::int32_t>(Column::breakdown);
    seen.numerator = number(Column::numerator);
    seen.denominator = number(Column::denominator);
    seen.value = number(Column::value);
    seen.lower = number(Column::lower);
    seen.upper = number(Column::upper);
    seen.flags = whole<std::uint8_t>(Column::flags);
    seen.missing = static_cast<Missing>(whole<std::uint8_t>(Column::missing));
    seen.kept_in = KeptIn::cube;
    seen.source = whole<std::int16_t>(Column::source);
    seen.numerator_origin = origin(Column::numerator_source);
    seen.denominator_origin = origin(Column::denominator_source);
    return seen;
  }

  std::int64_t& operator[](std::size_t column) { return held_[column]; }

 private:
  std::int64_t& of(Column column, std::size_t behind = 0) {
    return held_[static_cast<std::size_t>(column) + behind];
  }
  template <typename Whole>
  Whole whole(Column column, std::size_t behind = 0) const {
    return static_cast<Whole>(held_[static_cast<std::size_t>(column) + behind]);
  }

  void put(Column column, const PackedDecimal& number) {
    const Decimal held = number.value_or({0, -1});
    of(column) = held.mantissa;
    of(column, 1) = held.scale;
  }
  PackedDecimal number(Column column) const {
    const int scale = whole<int>(column, 1);
    if (scale < 0) return std::nullopt;
    return Decimal{whole<std::int64_t>(column), scale};
  }

  void put(Column column, const Origin& origin) {
    of(column) = origin.source;
    of(column, 1) = origin.column;
    of(column, 2) = origin.row;
  }
  Origin origin(Column column) const {
    return {whole<std::int16_t>(column), whole<std::int16_t>(column, 1),
            whole<std::int32_t>(column, 2)};
  }

  std::array<std::int64_t, count> held_{};
};

PackedObservations::PackedObservations(std::span<const Observation> observations) {
  std::array<std::array<std::int64_t, block_size>, count> block{};
  for (; observations.size() >= block_size; observations = observations.subspan(block_size)) {
    for (std::size_t at = 0; at < block_size; ++at) {
      Members members(observations[at]);
      for (std::size_t column = 0; column < count; ++column) block[column][at] = members[column];
    }
    for (std::size_t column = 0; column < count; ++column) columns_[column].append(block[column]);
  }
  for (const Observation& each : observations) push_back(each);
  for (PackedNumbers& each : columns_) each.shrink_to_fit();
}

Observation PackedObservations::operator[](std::size_t at) const {
  Members members;
  for (std::size_t column = 0; column < count; ++column) members[column] = columns_[column][at];
  return members.observation();
}

void PackedObservations::take(std::size_t block, std::vector<Observation>& into) const {
  std::array<std::array<std::int64_t, block_size>, count> numbers;
  for (std::size_t column = 0; column < count; ++column)
    columns_[column].take(block, numbers[column]);
  into.resize(columns_.front().size_of(block));
  for (std::size_t at = 0; at < into.size(); ++at) {
    Members members;
    for (std::size_t column = 0; column < count; ++column) members[column] = numbers[column][at];
    into[at] = members.observation();
  }
}

void PackedObservations::push_back(const Observation& observation) {
  Members members(observation);
  for (std::size_t column = 0; column < count; ++column)
    columns_[column].push_back(members[column]);
}

void PackedObservations::set(std::size_t at, const Observation& observation) {
  Members members(observation);
  for (std::size_t column = 0; column < count; ++column) columns_[column].set(at, members[column]);
}

}  // namespace yokoten
