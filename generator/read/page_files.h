#pragma once

#include <vector>

#include "base/disk.h"
#include "model/finding.h"
#include "model/publication.h"
#include "read/named_files.h"

namespace yokoten {

/// The pages of these files in their order, but for those that can't be read, with what is wrong in
/// them told. `kind` is what they are, nullptr for other pages; `path` is the stem of the file.
std::vector<PageText> read_page_files(Disk& disk, const std::vector<NamedFile>& files,
                                      bool PageText::*kind, Findings& findings);

}  // namespace yokoten
