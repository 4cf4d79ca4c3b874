#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace yokoten {

/// The rooms whose time is told apart, in the order in which data go through them.
enum class Room { read, measure, check, protect, translate, page, chart, publish };
inline constexpr std::size_t room_count = 8;

/// How long a build was in each of its rooms, by the clock. Where several threads are at work, the
/// time of each counts by its share, so that all rooms together took as long as the build.
class RoomTimes {
 public:
  /// How many threads share the work from here on.
  void share_among(int threads) { threads_ = threads; }
  void add(Room room, std::chrono::nanoseconds time);
  double seconds(Room room) const;

 private:
  std::array<std::atomic<std::int64_t>, room_count> nanoseconds_{};
  std::atomic<int> threads_{1};
};

/// `publish`, as folders of the generator are called.
std::string room_name(Room room);

/// The time from here to the end of the object is the room's, but for what is another's in between.
/// Without `times` nothing is counted.
class InRoom {
 public:
  InRoom(RoomTimes* times, Room room);
  ~InRoom();
  InRoom(const InRoom&) = delete;
  InRoom& operator=(const InRoom&) = delete;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  void pause(Moment now);

  RoomTimes* times_;
  Room room_;
  InRoom* outer_ = nullptr;  ///< of the same thread
  Moment since_;
};

}  // namespace yokoten
