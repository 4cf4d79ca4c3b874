#pragma once

#include <map>
#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// A publication that is to be begun.
struct NewPublication {
  std::string folder;      ///< must not be there, or be empty
  std::string kind;        ///< national or prefecture: a folder of data/new
  std::string prefecture;  ///< full name; empty for a national one
  std::string today;       ///< 2026-11-20
  std::string code = {};   ///< of the prefecture or the nation, six digits
};

/// The starting files of a kind, filled in: path below the publication → bytes. Empty with a
/// finding `new.home` where the program has none. `wanted.folder` does not matter.
std::map<std::string, std::string> starting_files(Disk& disk, const std::string& home,
                                                  const NewPublication& wanted, Findings& findings);

/// Whether nothing is in the way of a new publication; `new.exists` otherwise.
bool is_free(Disk& disk, const std::string& folder, Findings& findings);

/// Writes files into the folder; false with a finding `new.write` where one can't be written.
bool write_files(Disk& disk, const std::string& folder,
                 const std::map<std::string, std::string>& files, Findings& findings);

}  // namespace yokoten
