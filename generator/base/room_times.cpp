#include "base/room_times.h"

namespace yokoten {
namespace {

thread_local InRoom* innermost = nullptr;

std::size_t place_of(Room room) { return static_cast<std::size_t>(room); }

}  // namespace

void RoomTimes::add(Room room, std::chrono::nanoseconds time) {
  nanoseconds_[place_of(room)] += time.count() / threads_;
}

double RoomTimes::seconds(Room room) const {
  const std::chrono::nanoseconds time(nanoseconds_[place_of(room)]);
  return std::chrono::duration<double>(time).count();
}

std::string room_name(Room room) {
  static constexpr std::array<const char*, room_count> names = {
      "read", "measure", "check", "protect", "translate", "page", "chart", "publish"};
  return names[place_of(room)];
}

InRoom::InRoom(RoomTimes* times, Room room) : times_(times), room_(room) {
  if (times_ == nullptr) return;
  since_ = std::chrono::steady_clock::now();
  outer_ = std::exchange(innermost, this);
  if (outer_ != nullptr) outer_->pause(since_);
}

InRoom::~InRoom() {
  if (times_ == nullptr) return;
  const Moment now = std::chrono::steady_clock::now();
  pause(now);
  innermost = outer_;
  if (outer_ != nullptr) outer_->since_ = now;
}

void InRoom::pause(Moment now) { times_->add(room_, now - since_); }

}  // namespace yokoten
