#include "base/room_times.h"

#include <doctest/doctest.h>

#include <thread>

using namespace yokoten;

namespace {

void spend(int milliseconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  while (std::chrono::steady_clock::now() < end) std::this_thread::yield();
}

}  // namespace

TEST_CASE("the time of a room within another counts once") {
  RoomTimes times;
  const auto begin = std::chrono::steady_clock::now();
  {
    const InRoom page(&times, Room::page);
    spend(4);
    {
      const InRoom chart(&times, Room::chart);
      spend(8);
    }
    spend(4);
  }
  const std::chrono::duration<double> all = std::chrono::steady_clock::now() - begin;
  CHECK(times.seconds(Room::chart) >= 0.008);
  CHECK(times.seconds(Room::page) >= 0.008);
  CHECK(times.seconds(Room::page) + times.seconds(Room::chart) <= all.count());
  CHECK(times.seconds(Room::publish) == 0);
}

TEST_CASE("threads that share the work count by their share") {
  RoomTimes times;
  times.share_among(4);
  times.add(Room::publish, std::chrono::seconds(8));
  CHECK(times.seconds(Room::publish) == doctest::Approx(2));
}

TEST_CASE("without anybody who asks nothing is counted") {
  RoomTimes times;
  const InRoom outer(&times, Room::page);
  const InRoom inner(nullptr, Room::chart);
  CHECK(times.seconds(Room::chart) == 0);
}

TEST_CASE("every room has its name") {
  CHECK(room_name(Room::read) == "read");
  CHECK(room_name(Room::publish) == "publish");
}
