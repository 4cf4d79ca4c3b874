#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace yokoten {

/// How a run of rclone ended.
struct RcloneEnd {
  int exit = -1;       ///< 0 is fine; 3 and 4: what was asked for is not there
  std::string out;     ///< standard output
  std::string reason;  ///< its last word about what went wrong, shortened, without passwords

  bool is_fine() const { return exit == 0; }
  bool found_nothing() const { return exit == 3 || exit == 4; }
};

/// How far a run is.
struct RcloneState {
  std::size_t files = 0;  ///< carried over or deleted
  std::uint64_t bytes = 0;
  std::size_t lines = 0;  ///< of its standard output
};

/// Called some times a second.
using RcloneWatch = std::function<void(const RcloneState&)>;

/// Where rclone is: YOKOTEN_RCLONE, or rclone in PATH. Empty where it is not.
std::string rclone_path();

/// Runs it without a shell, with the surroundings of whoever publishes (its configuration and
/// credentials are there) but for settings that would make it do less than it is told. It ends when
/// this program ends, however that happens.
RcloneEnd run_rclone(const std::string& program, const std::vector<std::string>& arguments,
                     const RcloneWatch& watch = {});

}  // namespace yokoten
