#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/place.h"

namespace yokoten {

/// Whoever is told how far work is that takes its time. Work has one step after another; within a
/// step several threads may tell at once.
class Progress {
 public:
  virtual ~Progress() = default;
  /// The next step begins, of `all` pieces; 0 where nobody can say how many.
  virtual void begin(const Message& step, std::size_t all) = 0;
  /// So many pieces more are done, so many bytes have gone through.
  virtual void advance(std::size_t pieces, std::uint64_t bytes) = 0;
};

/// One that tells nobody.
Progress& silent_progress();

/// How far one step is.
struct StepState {
  Message step;
  std::size_t done = 0, all = 0;
  std::uint64_t bytes = 0;
  double seconds = 0;  ///< since it began
};

/// `step  [bar]  done/all  time left  rate  bytes`, in at most `width` columns of a terminal: what
/// has no room is left out, the bytes first. Nothing is guessed before a second has passed.
std::string progress_line(const StepState& state, std::size_t width, Language language);

/// The same for where nobody looks on: the step and how much it is of.
std::string step_line(const Message& step, std::size_t all, Language language);

}  // namespace yokoten
