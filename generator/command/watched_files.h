#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// Tells when something below some folders or in some files changes. Linux only (inotify).
class WatchedFiles {
 public:
  /// Places that are not there yet are watched from when they are made.
  explicit WatchedFiles(std::vector<std::string> places);
  ~WatchedFiles();
  WatchedFiles(const WatchedFiles&) = delete;
  WatchedFiles& operator=(const WatchedFiles&) = delete;

  /// False where the system refuses to watch; reason() says why.
  bool is_watching() const { return descriptor_ >= 0 && reason_.empty(); }
  const std::string& reason() const { return reason_; }
  /// Waits until something has changed and nothing more does for a moment, as an editor writes a
  /// file in several steps. False when `milliseconds` have passed without a change.
  bool changed_within(int milliseconds);

 private:
  void watch_all();
  void watch(const std::string& folder);
  bool took_events(int milliseconds);

  std::vector<std::string> places_;
  int descriptor_ = -1;
  std::string reason_;
};

/// Whether a name is one that editors make for themselves: `.x.swp`, `x~`, `#x#`, `4913`.
bool is_editors_own(const std::string& name);

}  // namespace yokoten
