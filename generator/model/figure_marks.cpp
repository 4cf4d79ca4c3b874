#include "model/figure_marks.h"

#include <algorithm>
#include <array>

#include "base/threads.h"
#include "model/shown_value.h"

namespace yokoten {
namespace {

std::uint64_t both(std::int64_t high, std::int64_t low) {
  return static_cast<std::uint64_t>(high) << 32U | (static_cast<std::uint64_t>(low) & 0xFFFFFFFFU);
}

constexpr int none = 0xFF;  // the scale of no number

void add_number(Marks& marks, const PackedDecimal& number) {
  marks.add(number ? static_cast<std::uint64_t>(number->scale) : std::uint64_t{none});
  if (number) marks.add(static_cast<std::uint64_t>(number->mantissa));
}

std::array<const PackedDecimal*, 5> numbers_of(const Observation& seen) {
  return {&seen.numerator.unnoted(), &seen.denominator.unnoted(), &seen.value.unnoted(),
          &seen.lower.unnoted(), &seen.upper.unnoted()};
}

void add_origin(Marks& marks, const Origin& origin) {
  const auto cell = static_cast<std::uint32_t>(origin.source) << 16U |
                    (static_cast<std::uint32_t>(origin.column) & 0xFFFFU);
  marks.add(both(cell, origin.row));
}

// All of it but its numbers.
void add_place(Marks& marks, const Observation& seen) {
  marks.add(both(seen.indicator, seen.area));
  marks.add(both(seen.period, seen.breakdown));
  marks.add(both(seen.source, seen.flags << 8U | static_cast<unsigned>(seen.missing)));
  add_origin(marks, seen.numerator_origin);
  add_origin(marks, seen.denominator_origin);
}

// In parts that threads can share: no area stands in two of them.
std::vector<ObservationRun> shared_out(const Cube& cube) {
  constexpr std::size_t fewest = 1U << 13U;
  std::vector<ObservationRun> all;
  for (int indicator = 0; indicator < cube.indicators(); ++indicator)
    for (const auto& [list, first, last] : cube.runs(indicator))
      for (std::size_t begin = first, end = first; begin < last; begin = end) {
        end = std::min(begin + fewest, last);
        while (end < last && list->area(end) == list->area(end - 1)) ++end;
        all.push_back({list, begin, end});
      }
  return all;
}

std::uint64_t mark_of(const Rank& rank) {
  Marks marks;
  marks.add(both(rank.place, rank.of));
  marks.add(static_cast<std::uint64_t>(rank.tied));
  return marks.mark();
}

}  // namespace

// There are hundreds of thousands of these: where the points stand is one number for all five.
void Marks::add(const Observation& seen) {
  add_place(*this, seen);
  std::uint64_t scales = 0;
  for (const PackedDecimal* number : numbers_of(seen)) {
    const Decimal held = number->value_or({0, none});
    add(static_cast<std::uint64_t>(held.mantissa));
    scales = scales << 8U | static_cast<std::uint64_t>(held.scale);
  }
  add(scales);
}

void Marks::add_shown(const Indicator& indicator, const Observation& seen) {
  add_place(*this, seen);
  std::uint64_t there = 0;
  for (const PackedDecimal* number : numbers_of(seen)) there = there << 1U | number->has_value();
  const bool is_zero = seen.value && seen.value->mantissa == 0;
  add(there << 2U | (is_quotient(indicator, seen) ? 2U : 0U) | (is_zero ? 1U : 0U));
  add_number(*this, shown_value(indicator, seen));
}

SeriesMarks series_marks(const Cube& cube, const std::vector<Indicator>& indicators,
                         const Areas& areas) {
  const auto each = static_cast<std::size_t>(areas.size());
  SeriesMarks marks{std::vector<std::uint64_t>(indicators.size() * each), {}};
  marks.shown = marks.exact;
  const std::vector<ObservationRun> all = shared_out(cube);
  share_out(all.size(), [&](std::size_t number) {
    Marks exact, shown;
    int area = Areas::none;
    for (const Observation& seen : all[number].figures()) {
      if (seen.area != area) exact = shown = {};
      area = seen.area;
      const auto indicator = static_cast<std::size_t>(seen.indicator);
      const bool is_town = areas.at(area).level == AreaLevel::municipality;
      exact.add(seen);
      if (!is_town) shown.add_shown(indicators[indicator], seen);
      const std::size_t at = indicator * each + static_cast<std::size_t>(area);
      marks.exact[at] = exact.mark();
      marks.shown[at] = is_town ? exact.mark() : shown.mark();
    }
  });
  return marks;
}

std::vector<std::uint64_t> rank_marks(const RankTable& table, int areas) {
  std::vector<std::uint64_t> marks(static_cast<std::size_t>(areas));
  for (const RankTable::Row& row : table.rows) {
    Marks own;
    own.add(mark_of(row.national));
    own.add(mark_of(row.prefectural));
    marks[static_cast<std::size_t>(row.area)] = own.mark();
  }
  return marks;
}

}  // namespace yokoten
