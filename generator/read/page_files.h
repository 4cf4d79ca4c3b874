#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// The texts of a publication's pages.
struct ReadPages {
  std::vector<PageText> own;
  std::map<std::string, std::vector<PageText>> others;  ///< of `X.LANGUAGE.md` by language
};

/// Those in `pages/`, `cases/` and `projects/` of the folder, each in the order of their names, but
/// for those that can't be read, with what is wrong in them told. `path` is the stem of the file.
ReadPages read_page_texts(Disk& disk, const std::string& folder, Findings& findings);

}  // namespace yokoten
