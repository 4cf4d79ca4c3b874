#pragma once

#include <map>
#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// The words of a language: tables of texts, called `TABLE.KEY` (`state.not_published`). Findings
/// `words.missing` and `toml.*`.
std::map<std::string, std::string> read_words(Disk& disk, const std::string& path,
                                              Findings& findings);

}  // namespace yokoten
