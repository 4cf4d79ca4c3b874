#include "pull/arrivals.h"

#include <algorithm>

#include "base/lists.h"

namespace yokoten {

Arrivals::~Arrivals() { take_away(); }

void Arrivals::take_away() {
  const std::lock_guard lock(guard_);
  for (const std::string& each : paths_) disk_.take_away(each);
  paths_.clear();
}

bool Arrivals::take(const std::string& path, std::string_view bytes) {
  return add(path, bytes, true);
}

// Noted before it is written: a signal in between takes it away as well.
bool Arrivals::add(const std::string& path, std::string_view bytes, bool anew) {
  {
    const std::lock_guard lock(guard_);
    add_new(paths_, path);
  }
  if (disk_.add_beside(path, bytes, anew)) return true;
  const std::lock_guard lock(guard_);
  std::erase(paths_, path);
  return false;
}

void Arrivals::drop(const std::string& path) {
  const std::lock_guard lock(guard_);
  if (std::erase(paths_, path) > 0) disk_.take_away(path);
}

std::vector<std::string> Arrivals::settle() {
  complete_undisturbed();
  const std::lock_guard lock(guard_);
  std::vector<std::string> failed;
  for (const std::string& each : paths_)
    if (!disk_.put_in_place(each)) failed.push_back(each);
  paths_.clear();
  return failed;
}

}  // namespace yokoten
