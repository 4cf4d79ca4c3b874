#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>
#include <vector>

#include "base/threads.h"
#include "base/turns.h"

using namespace yokoten;

TEST_CASE("what is made side by side is taken in the order of the numbers") {
  std::vector<std::size_t> taken, wanted;
  Turns turns;
  share_out(200, [&](std::size_t number) {
    turns.in_turn(
        number, [&] { return 2 * number; }, [&](std::size_t made) { taken.push_back(made); });
  });
  for (std::size_t number = 0; number < 200; ++number) wanted.push_back(2 * number);
  CHECK(taken == wanted);
}

TEST_CASE("one that fails hands its turn on") {
  bool is_taken = false;
  Turns turns;
  {
    std::jthread second([&] {
      turns.in_turn(
          1, [] { return 1; }, [&](int) { is_taken = true; });
    });
    const auto fail = []() -> int { throw std::runtime_error("no room"); };
    CHECK_THROWS_AS(turns.in_turn(0, fail, [](int) {}), std::runtime_error);
  }
  CHECK(is_taken);
}
