#include "model/packed_observations.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>

#include "model/cube.h"

namespace yokoten {
namespace {

auto members(const Observation& seen) {
  const auto number = [](const PackedDecimal& held) {
    const Decimal shown = held.value_or({7, -1});
    return std::pair(shown.mantissa, shown.scale);
  };
  const auto origin = [](const Origin& of) { return std::tuple(of.source, of.column, of.row); };
  return std::tuple(seen.indicator, seen.area, seen.period, seen.breakdown,
                    number(seen.numerator.unnoted()), number(seen.denominator.unnoted()),
                    number(seen.value.unnoted()), number(seen.lower.unnoted()),
                    number(seen.upper.unnoted()), seen.flags, seen.missing, seen.kept_in,
                    seen.source, origin(seen.numerator_origin), origin(seen.denominator_origin));
}

/// Observations of all kinds: some blocks hold one alone many times, some extremes.
std::vector<Observation> any_observations(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  std::vector<Observation> all(size);
  for (Observation& each : all) {
    if (&each - all.data() < 300) continue;
    each.indicator = below(4);
    each.area = below(20000);
    each.period = below(30);
    each.breakdown = below(3);
    if (below(3) > 0)
      each.numerator = Decimal{below(2) == 0 ? most - below(9) : below(999), below(9)};
    if (below(3) > 0) each.denominator = Decimal{-below(999), 0};
    if (below(3) > 0) each.value = Decimal{below(2) == 0 ? -most : below(999999), 6};
    if (below(5) == 0) each.lower = Decimal{below(9), 1};
    if (below(5) == 0) each.upper = Decimal{below(9), 18};
    each.flags = static_cast<std::uint8_t>(below(32));
    each.missing = static_cast<Missing>(below(7));
    each.kept_in = static_cast<KeptIn>(below(3));
    each.source = static_cast<std::int16_t>(below(5) - 1);
    each.numerator_origin = {static_cast<std::int16_t>(below(9) - 1), 3, below(2500000) - 3};
    each.denominator_origin = {each.source, static_cast<std::int16_t>(below(9) - 1), below(99)};
  }
  return all;
}

}  // namespace

TEST_CASE("observations are unpacked as they were packed, one by one and by blocks") {
  for (const std::size_t size : {1U, 255U, 256U, 257U, 2000U}) {
    const std::vector<Observation> all = any_observations(size, static_cast<unsigned>(size));
    const PackedObservations packed(all);
    REQUIRE(packed.size() == size);
    std::vector<Observation> room;
    std::span<const Observation> block;
    for (std::size_t at = 0; at < size; ++at) {
      if (at % PackedObservations::block_size == 0) block = packed.stretch(at, size, room);
      CHECK(members(packed[at]) == members(all[at]));
      CHECK(members(block[at % PackedObservations::block_size]) == members(all[at]));
      CHECK(packed.area(at) == all[at].area);
      CHECK(packed.period(at) == all[at].period);
      CHECK(packed.breakdown(at) == all[at].breakdown);
    }
  }
}

TEST_CASE("a stretch of packed observations ends with its block, or where it is to end") {
  const std::vector<Observation> all = any_observations(600, 3);
  const PackedObservations packed(all);
  std::vector<Observation> room;
  for (const std::size_t begin : {0U, 3U, 250U, 255U, 256U, 500U, 511U, 512U, 599U})
    for (const std::size_t size : {1U, 7U, 64U, 65U, 256U, 600U}) {
      const std::size_t end = std::min(begin + size, all.size());
      const auto stretch = packed.stretch(begin, end, room);
      const std::size_t block_end = (begin / 256 + 1) * 256;
      REQUIRE(stretch.size() == std::min(end, block_end) - begin);
      for (std::size_t at = 0; at < stretch.size(); ++at)
        CHECK(members(stretch[at]) == members(all[begin + at]));
    }
}

TEST_CASE("a packed observation is replaced, and others stay") {
  std::vector<Observation> all = any_observations(700, 1);
  PackedObservations packed(all);
  const std::vector<Observation> others = any_observations(1000, 2);
  for (const std::size_t at : {0U, 255U, 256U, 699U}) packed.set(at, all[at] = others[at + 300]);
  packed.push_back(others.back());
  all.push_back(others.back());
  for (std::size_t at = 0; at < all.size(); ++at) CHECK(members(packed[at]) == members(all[at]));
}

TEST_CASE(
    "a cube finds the same where an indicator has so many observations that they are packed") {
  constexpr int areas = 8000, periods = 20;
  static_assert(areas * periods > static_cast<int>(ObservationList::many));
  Cube cube;
  std::vector<int> ids;
  for (int month = 1; month <= periods; ++month)
    ids.push_back(cube.period_id({PeriodKind::year, static_cast<std::int16_t>(2000 + month)}));
  ObservationList figures;
  for (int area = 0; area < areas; ++area)
    for (const int period : ids) {
      Observation made;
      made.area = area;
      made.period = period;
      made.value = Decimal{area * 100 + period, 1};
      figures.push_back(made);
    }
  cube.append(std::move(figures));
  cube.sort();
  CHECK(cube.figures(0).size() == std::size_t{areas} * periods);
  const FoundObservation found = cube.find(0, 4711, ids[7]);
  REQUIRE(found);
  CHECK(found->value->mantissa == 471100 + ids[7]);
  CHECK(cube.latest(0, 7999)->period == ids.back());
  CHECK(cube.series(0, 5).size() == periods);
  CHECK(cube.find(0, areas, ids[0]) == nullptr);
  Observation other = *found;
  other.value = Decimal{-1, 0};
  cube.replace(other);
  CHECK(cube.find(0, 4711, ids[7])->value->mantissa == -1);
  cube.suppress(0, 4711, ids[8], 0);
  CHECK(cube.find(0, 4711, ids[8])->missing == Missing::suppressed);
  Observation late = other;
  late.area = areas;
  cube.add(late);
  late.area = 0;
  late.breakdown = cube.breakdown_id("start=late");
  cube.add(late);
  cube.sort();
  CHECK(cube.find(0, areas, ids[7])->value->mantissa == -1);
  CHECK(cube.of_area(0, 0).size() == periods + 1);
  int before = 0, count = 0;
  for (const Observation& each : cube.all()) {
    CHECK(each.area >= before);
    before = each.area;
    ++count;
  }
  CHECK(count == areas * periods + 2);
}

}  // namespace yokoten
