#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "base/interruption.h"

namespace yokoten {

/// Files that have come, each beside its place until all others have come too: a pull that a signal
/// breaks off changes nothing. Of one that is killed they stay there, and the next one writes over
/// them.
class Arrivals {
 public:
  explicit Arrivals(Disk& disk) : disk_(disk) {}
  ~Arrivals();
  Arrivals(const Arrivals&) = delete;
  Arrivals& operator=(const Arrivals&) = delete;

  /// False, with reason() of the disk, where it can't be written.
  bool take(const std::string& path, std::string_view bytes);
  /// Takes a file in pieces; the first is `anew`. False as above, and then nothing lies there.
  bool add(const std::string& path, std::string_view bytes, bool anew);
  std::string reason() const { return disk_.reason(); }
  /// Takes back what came of a file.
  void drop(const std::string& path);
  /// Puts all in their places, in the order in which they came; from here on no signal ends the
  /// program (disturbable_again). Paths of those where that failed.
  std::vector<std::string> settle();

 private:
  void take_away();

  Disk& disk_;
  std::mutex guard_;
  std::vector<std::string> paths_;
  AtSignal at_signal_{[this] { take_away(); }};
};

}  // namespace yokoten
