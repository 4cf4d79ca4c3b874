#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace yokoten {

/// What has changed: files and folders.
struct FileChanges {
  std::set<std::string> files;
  bool whole = true;             ///< each was written to its end, or put in its place as it is
  std::set<std::string> made{};  ///< those of them that were not there before
};

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
  /// Waits until something has changed; nothing when `milliseconds` have passed without.
  FileChanges changed_within(int milliseconds);
  /// Waits until nothing more changes for a moment, as an editor writes a file in several steps,
  /// and adds what has.
  void wait_until_still(FileChanges& changes);

 private:
  void watch_all();
  void watch(const std::string& folder);
  bool took_events(int milliseconds, FileChanges& changes);

  std::vector<std::string> places_;
  std::map<int, std::string> folders_;  ///< by what the system calls them
  int descriptor_ = -1;
  std::string reason_;
};

}  // namespace yokoten
