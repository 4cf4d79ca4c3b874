#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/duty.h"
#include "model/effect_report.h"
#include "model/finding.h"

namespace yokoten {

/// Reads duty.toml (duty.md): what is not published though a clause asks for it, and why.
std::vector<Waiver> read_waivers(std::string_view bytes, const std::string& file,
                                 const std::vector<Programme>& programmes, Findings& findings);

}  // namespace yokoten
