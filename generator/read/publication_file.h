#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Reads publication.toml (publication.md) into `publication`. `indicators` are the ids that
/// `headline` may name.
void read_description(std::string_view bytes, const std::string& file,
                      const std::vector<std::string>& indicators, Publication& publication,
                      Findings& findings);

}  // namespace yokoten
