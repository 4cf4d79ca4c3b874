#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"

struct stat;

namespace yokoten {

/// What a name stands for: its place on the disk, size and last change. Nothing changes a file
/// without changing this.
std::string name_mark(const std::string& path);

/// What was looked at on the disk and what it was then, so that it can be told later whether all of
/// it still is. Several threads may look at once.
class ReadTrail {
 public:
  /// How a name was looked at, and the name → what was seen, in words that only this class reads.
  using Sights = std::map<std::string, std::string>;

  ReadTrail();

  void saw_file(const std::string& path, const struct stat& status, std::string_view bytes);
  /// Of a file that is read in pieces, and so is not compared by its bytes.
  void saw_large_file(const std::string& path, const struct stat& status);
  void saw_nothing_to_read(const std::string& path);
  void saw_size(const std::string& path);
  void saw_whether_it_exists(const std::string& path);
  void saw_folder(const std::string& folder, const std::vector<DiskEntry>& entries);
  void saw_names(const std::string& folder, const std::vector<std::string>& names);
  void saw_links(const std::string& path, const std::vector<std::string>& links);

  const Sights& sights() const { return sights_; }

 private:
  void note(std::string key, std::string sight);

  std::int64_t begun_;  ///< nanoseconds, by the clock of the system
  std::mutex guard_;
  Sights sights_;
};

/// The path that a sight is of.
std::string seen_path(const std::string& sight);

/// Whether everything looks as it did.
bool still_looks_so(const ReadTrail::Sights& sights);

}  // namespace yokoten
