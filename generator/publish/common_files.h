#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/disk.h"

namespace yokoten {

/// Which files of a folder are files of another one too, under the same paths: a site and the one
/// before it hold once what both have.
class CommonFiles {
 public:
  /// `found`: all that lies below the folder; must outlive this.
  CommonFiles(Disk& disk, const std::vector<DiskEntry>& found, const std::string& other);

  /// Whether the file has no names but in the two folders, so that nobody writes to it by another.
  bool have_all_names_of(const DiskEntry& file) const;
  /// The file as the other folder has it; nullptr where that has none, or one of its own.
  const DiskEntry* in_other(const std::string& path) const;

 private:
  OwnNames own_;
  std::unordered_map<std::string_view, DiskEntry> in_other_;      // by path
  std::unordered_map<std::uint64_t, std::uint64_t> names_there_;  // by file
};

}  // namespace yokoten
