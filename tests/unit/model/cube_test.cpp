#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "model/cube.h"

using namespace yokoten;

namespace {

Observation observation(Cube& cube, int indicator, int area, const std::string& period,
                        const std::string& breakdown = "") {
  Observation made;
  made.indicator = indicator;
  made.area = area;
  made.period = cube.period_id(*parse_period(period));
  made.breakdown = cube.breakdown_id(breakdown);
  return made;
}

std::vector<std::string> periods(const Cube& cube, const std::vector<FoundObservation>& found) {
  std::vector<std::string> texts;
  for (const FoundObservation& each : found) texts.push_back(to_text(cube.period(each->period)));
  return texts;
}

}  // namespace

TEST_CASE("an observation is found by indicator and area and period and part") {
  Cube cube;
  Observation made = observation(cube, 1, 2, "2024FY", "start=第一期");
  made.value = Decimal{28, 0};
  cube.add(made);
  const FoundObservation found = cube.find(1, 2, made.period, made.breakdown);
  REQUIRE(found);
  CHECK(found->value->mantissa == 28);
  CHECK(cube.find(1, 2, made.period) == nullptr);
  CHECK(cube.find(1, 3, made.period, made.breakdown) == nullptr);
}

TEST_CASE("a second observation of the same key gives back the first") {
  Cube cube;
  Observation made = observation(cube, 0, 0, "2024");
  made.source = 4;
  CHECK(cube.add(made) == nullptr);
  made.source = 5;
  const FoundObservation first = cube.add(made);
  REQUIRE(first);
  CHECK(first->source == 4);
  CHECK(std::ranges::distance(cube.all()) == 1);
}

TEST_CASE("a series runs from the oldest period to the newest") {
  Cube cube;
  for (const char* period : {"2024-09", "2022FY", "2024-12"})
    cube.add(observation(cube, 0, 0, period));
  cube.add(observation(cube, 0, 0, "2025", "start=第一期"));
  CHECK(periods(cube, cube.series(0, 0)) ==
        std::vector<std::string>{"2022FY", "2024-09", "2024-12"});
}

TEST_CASE("a plan is the latest observation only where there is no other") {
  Cube cube;
  Observation made = observation(cube, 0, 0, "2025FY");
  cube.add(made);
  Observation plan = observation(cube, 0, 0, "2028FY");
  plan.flags = planned;
  cube.add(plan);
  plan.area = 1;
  cube.add(plan);
  plan.period = cube.period_id(*parse_period("2027FY"));
  cube.add(plan);
  for (int sorted = 0; sorted < 2; ++sorted) {
    CHECK(to_text(cube.period(cube.latest(0, 0)->period)) == "2025FY");
    CHECK(to_text(cube.period(cube.latest(0, 1)->period)) == "2028FY");
    cube.sort();
  }
}

TEST_CASE("a plan with a value is the latest where all else only fills a gap") {
  Cube cube;
  Observation made = observation(cube, 0, 0, "2024FY");
  made.value = std::nullopt;
  made.missing = Missing::not_published;
  cube.add(made);
  made.flags = planned;
  made.period = cube.period_id(*parse_period("2028FY"));
  cube.add(made);
  made.period = cube.period_id(*parse_period("2026FY"));
  made.value = Decimal{90, 0};
  made.missing = Missing::none;
  cube.add(made);
  for (int sorted = 0; sorted < 2; ++sorted) {
    CHECK(to_text(cube.period(cube.latest(0, 0)->period)) == "2026FY");
    cube.sort();
  }
}

TEST_CASE("a gap behind what is known stays the latest beside a plan") {
  Cube cube;
  Observation made = observation(cube, 0, 0, "2023FY");
  made.value = Decimal{10, 0};
  cube.add(made);
  Observation plan = made;
  plan.flags = planned;
  plan.period = cube.period_id(*parse_period("2026FY"));
  cube.add(plan);
  made.value = std::nullopt;
  made.missing = Missing::not_published;
  made.period = cube.period_id(*parse_period("2024FY"));
  cube.add(made);
  for (int sorted = 0; sorted < 2; ++sorted) {
    CHECK(to_text(cube.period(cube.latest(0, 0)->period)) == "2024FY");
    cube.sort();
  }
}

TEST_CASE("the latest observation is the one of the newest period") {
  Cube cube;
  for (const char* period : {"2024-12", "2024-07"}) cube.add(observation(cube, 0, 0, period));
  REQUIRE(cube.latest(0, 0));
  CHECK(to_text(cube.period(cube.latest(0, 0)->period)) == "2024-12");
  CHECK(cube.latest(0, 1) == nullptr);
}

TEST_CASE("sorting orders by indicator then area then period and keeps the index right") {
  Cube cube;
  cube.add(observation(cube, 1, 0, "2024"));
  cube.add(observation(cube, 0, 5, "2024"));
  cube.add(observation(cube, 0, 5, "2023"));
  cube.add(observation(cube, 0, 4, "2024"));
  cube.sort();
  std::string keys;
  for (const Observation& each : cube.all()) {
    keys += std::to_string(each.indicator) + '/' + std::to_string(each.area) + '/' +
            to_text(cube.period(each.period)) + ' ';
    CHECK(is_same(cube.find(each.indicator, each.area, each.period), each));
  }
  CHECK(keys == "0/4/2024 0/5/2023 0/5/2024 1/0/2024 ");
}

TEST_CASE("figures are found after a sort with nothing new, an older period and one taken away") {
  Cube cube;
  cube.add(observation(cube, 0, 1, "2024"));
  cube.add(observation(cube, 0, 1, "2022"));
  cube.add(observation(cube, 1, 1, "2024"));
  cube.sort();
  const int between = cube.period_id(*parse_period("2023"));
  cube.sort();
  CHECK(cube.find(0, 1, between) == nullptr);
  for (const Observation& each : cube.all())
    CHECK(is_same(cube.find(each.indicator, each.area, each.period), each));
  CHECK(periods(cube, cube.series(0, 1)) == std::vector<std::string>{"2022", "2024"});
  cube.remove(0);
  CHECK(std::ranges::distance(cube.all()) == 1);
  CHECK(is_same(cube.find(1, 1, cube.find_period(*parse_period("2024"))), *cube.all().begin()));
  CHECK(cube.figures(0).empty());
}

TEST_CASE("reasons and flags come back from their words") {
  for (const char* word :
       {"not_published", "not_applicable", "not_reported", "not_set", "suppressed", "unknown"})
    CHECK(to_text(*parse_missing(word)) == word);
  CHECK_FALSE(parse_missing(""));
  CHECK(flags_text(planned | provisional) == "provisional planned");
  CHECK(parse_flag("bound") == bound);
}

TEST_CASE("figures are found by what they are of, whether they were added before a sort or after") {
  Cube cube;
  std::mt19937 random(7);
  std::vector<int> periods;
  for (const char* each : {"2024-03", "2023", "2024-01", "2022FY", "2024-02"})
    periods.push_back(cube.period_id(*parse_period(each)));
  const std::vector<int> breakdowns = {0, cube.breakdown_id("start=a"),
                                       cube.breakdown_id("start=b")};
  std::map<std::array<int, 4>, std::int64_t> known;
  const auto add_some = [&](int count) {
    for (int at = 0; at < count; ++at) {
      Observation made;
      made.indicator = static_cast<int>(random() % 3);
      made.area = static_cast<int>(random() % 40);
      made.period = periods[random() % periods.size()];
      made.breakdown = breakdowns[random() % breakdowns.size()];
      made.value = Decimal{at, 0};
      const std::array<int, 4> key = {made.indicator, made.area, made.period, made.breakdown};
      CHECK((cube.add(made) == nullptr) == known.try_emplace(key, at).second);
    }
  };
  const auto expect_all = [&] {
    std::size_t found = 0;
    for (const auto& [key, value] : known) {
      const FoundObservation seen = cube.find(key[0], key[1], key[2], key[3]);
      REQUIRE(seen != nullptr);
      CHECK(seen->value->mantissa == value);
    }
    for (int indicator = 0; indicator < 3; ++indicator) {
      std::size_t of_areas = 0;
      for (int area = 0; area < 41; ++area) of_areas += cube.of_area(indicator, area).size();
      CHECK(of_areas == cube.figures(indicator).size());
      found += of_areas;
    }
    CHECK(found == known.size());
    CHECK(cube.find(3, 0, periods[0]) == nullptr);
    CHECK(cube.find(0, -1, periods[0]) == nullptr);
  };
  add_some(200);
  expect_all();
  cube.sort();
  expect_all();
  add_some(200);
  expect_all();
  cube.sort();
  expect_all();
  std::vector<Observation> all;
  for (const Observation& each : cube.all()) all.push_back(each);
  CHECK(std::is_sorted(all.begin(), all.end(), [&](const Observation& a, const Observation& b) {
    if (std::tie(a.indicator, a.area) != std::tie(b.indicator, b.area))
      return std::tie(a.indicator, a.area) < std::tie(b.indicator, b.area);
    if (a.period != b.period) return cube.is_before(a.period, b.period);
    return a.breakdown < b.breakdown;
  }));
  const FoundObservation newest = cube.latest(1, all[all.size() / 2].area);
  if (newest != nullptr)
    for (const FoundObservation& each : cube.series(1, newest->area))
      CHECK(!cube.is_before(newest->period, each->period));
  cube.remove(1);
  std::erase_if(known, [](const auto& each) { return each.first[0] == 1; });
  CHECK(cube.figures(1).empty());
  for (const auto& [key, value] : known)
    CHECK(cube.find(key[0], key[1], key[2], key[3]) != nullptr);
}
