#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Reads corrections.toml (corrections.md).
std::vector<Correction> read_corrections(std::string_view bytes, const std::string& file,
                                         Findings& findings);

/// Puts the corrected texts into the tables. Findings `correction.unknown` (no such source, column
/// or row), `correction.differs` (the source prints something else), `correction.twice`,
/// `correction.same` (it changes nothing).
void apply_corrections(Publication& publication, Findings& findings);

}  // namespace yokoten
