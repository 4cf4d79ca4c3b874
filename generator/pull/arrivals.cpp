#include "pull/arrivals.h"

namespace yokoten {

Arrivals::~Arrivals() { take_away(); }

void Arrivals::take_away() {
  const std::lock_guard lock(guard_);
  for (const std::string& each : paths_) disk_.take_away(each);
  paths_.clear();
}

// Noted before it is written: a signal in between takes it away as well.
bool Arrivals::take(const std::string& path, std::string_view bytes) {
  {
    const std::lock_guard lock(guard_);
    paths_.push_back(path);
  }
  if (disk_.lay_beside(path, bytes)) return true;
  const std::lock_guard lock(guard_);
  paths_.pop_back();
  return false;
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
