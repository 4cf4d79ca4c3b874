#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// A publication that is to be begun.
struct NewPublication {
  std::string folder;      ///< must not be there, or be empty
  std::string kind;        ///< national or prefecture: a folder of data/new
  std::string prefecture;  ///< full name; empty for a national one
  std::string code;        ///< of the prefecture or the nation, six digits
  std::string today;       ///< 2026-11-20
};

/// Writes the starting files into the folder; how many there are. 0 with a finding (new.*) where
/// that may not be: nothing that is there is touched.
std::size_t begin_publication(Disk& disk, const std::string& home, const NewPublication& wanted,
                              Findings& findings);

}  // namespace yokoten
