#pragma once

#include <vector>

#include "read/source_list.h"

namespace yokoten {

/// Several sources may read one file. Where it is pulled, it is taken once: they have to say alike
/// what is asked for and how, and none of them may have put it there by hand (`source.file`).
void check_shared_files(const std::vector<SourceText>& sources, Findings& findings);

/// A file that one source keeps back (`publish_file = false`) goes out for none of the others.
void keep_shared_files_back(std::vector<SourceText>& sources);

}  // namespace yokoten
