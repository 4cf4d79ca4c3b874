#pragma once

#include <string>
#include <vector>

#include "base/disk.h"

namespace yokoten {

/// Which files of a folder are files of another one too, under the same paths: a site and the one
/// before it hold once what both have.
class CommonFiles {
 public:
  /// `found`: all that lies below the folder, sorted by path; must outlive this, and is what may be
  /// asked about.
  CommonFiles(Disk& disk, const std::vector<DiskEntry>& found, std::string other);

  /// Whether the other folder has this file as well.
  bool is_common(const DiskEntry& file) const;
  /// Whether the file has no names but in the two folders, so that nobody writes to it by another.
  bool have_all_names_of(const DiskEntry& file) const;

 private:
  void compare(Disk& disk, std::size_t begin, std::size_t end);

  const std::vector<DiskEntry>& found_;
  std::string other_;
  OwnNames own_;
  std::vector<char> is_common_;  // by position in found_
};

}  // namespace yokoten
