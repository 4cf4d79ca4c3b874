#pragma once

#include "model/finding.h"
#include "model/good_practice.h"
#include "model/toml_node.h"

namespace yokoten {

/// An entry of `photos` of the case. What it shows must be told in words of its own, for those who
/// don't see it (`case.alt`); its file is looked at by find_photos().
CasePhoto read_photo(const TomlNode& node, const GoodPractice& practice, Findings& findings);

}  // namespace yokoten
