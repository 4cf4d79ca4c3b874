#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "base/progress.h"
#include "base/room_times.h"

namespace yokoten {

/// Whoever looks on while a site is made.
struct Onlooker {
  Progress* progress = &silent_progress();
  RoomTimes* times = nullptr;  ///< nullptr: nobody asks
};

/// What one build did.
struct BuildReport {
  std::size_t pages = 0, files = 0;
  std::uint64_t bytes = 0;
  std::size_t kept = 0;     ///< pages that were not made, since they would have been the same
  std::size_t written = 0;  ///< files; the others stood in the site before the last one
  /// Files, against the site that stood.
  std::size_t added = 0, changed = 0, removed = 0;
  double disk_seconds = 0;  ///< how long the build waited until the disk had all of it
};

/// What the build before has left to know its pages by.
struct EarlierBuild {
  /// The file that says what each page looked up; empty: nobody keeps it.
  std::string pages;
  /// Whether all that was read for the site that stands is as it was then, but for these files. Not
  /// there: every page is to be made.
  std::function<bool(const std::set<std::string>& besides)> stands{};
};

/// The publication in `folder`, to be built into `into`; `home` holds templates/ and data/areas/.
struct BuildRequest {
  std::string home, folder, into;
  Onlooker onlooker{};
  EarlierBuild earlier{};
  bool is_last = false;  ///< the program ends after it
};

}  // namespace yokoten
