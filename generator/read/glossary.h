#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/glossary.h"

namespace yokoten {

/// Reads glossary.toml (glossary.md), in the order of the readings.
std::vector<GlossaryTerm> read_glossary(std::string_view bytes, const std::string& file,
                                        Findings& findings);

}  // namespace yokoten
