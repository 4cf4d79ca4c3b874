#pragma once

#include <string>
#include <string_view>

#include "model/accessibility.h"
#include "model/finding.h"

namespace yokoten {

/// Reads accessibility.toml (accessibility.md). Findings `accessibility.criterion` (no such one),
/// `.twice`, `.missing` (one was left out), `.method`, `.contradiction` (what was found doesn't fit
/// the result), `.overruled` (a person judges away what was found).
Accessibility read_accessibility(std::string_view bytes, const std::string& file,
                                 Findings& findings);

}  // namespace yokoten
