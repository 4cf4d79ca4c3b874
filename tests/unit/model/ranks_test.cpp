#include "model/ranks.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

using namespace yokoten;

namespace {

int made = 0;

RankTable counted(const Cube&, const Areas&, const Indicator&, int indicator, int period) {
  ++made;
  return {indicator, period, {{5, {1, 2, 1}, {1, 2, 1}}}};
}

struct Asked {
  Cube cube;
  Areas areas;
  Indicator of;

  Asked() { made = 0; }
  const RankTable& table(const Ranks& ranks, int indicator, int period) const {
    return ranks.table(cube, areas, of, indicator, period);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Asked, "a table of ranks is made when it is first asked for, and kept") {
  const Ranks ranks(counted);
  CHECK(made == 0);
  const RankTable& first = table(ranks, 3, 1);
  CHECK(first.indicator == 3);
  CHECK(first.national(5)->place == 1);
  CHECK(&table(ranks, 3, 1) == &first);
  CHECK(made == 1);
  table(ranks, 3, 2);
  CHECK(made == 2);
}

TEST_CASE_FIXTURE(Asked, "threads that ask for one table of ranks at once get the same") {
  const Ranks ranks(counted);
  std::vector<const RankTable*> seen(8);
  std::vector<std::thread> threads;
  for (const RankTable*& each : seen) threads.emplace_back([&] { each = &table(ranks, 0, 0); });
  for (std::thread& each : threads) each.join();
  CHECK(made == 1);
  for (const RankTable* each : seen) CHECK(each == seen.front());
}

TEST_CASE_FIXTURE(Asked, "without a maker there are only the ranks that were put in") {
  Ranks ranks;
  ranks.put({1, 2, {{5, {1, 2, 1}, {1, 2, 1}}}});
  CHECK(table(ranks, 1, 2).national(5) != nullptr);
  CHECK(table(ranks, 1, 3).rows.empty());
}
