#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/effect_report.h"
#include "model/finding.h"

namespace yokoten {

/// Reads programmes.toml (programmes.md): the subsidies whose offices owe effect reports.
std::vector<Programme> read_programmes(std::string_view bytes, const std::string& file,
                                       Findings& findings);

}  // namespace yokoten
