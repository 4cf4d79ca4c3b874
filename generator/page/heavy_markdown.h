#pragma once

#include <string_view>

#include "model/finding.h"

namespace yokoten {

/// Whether the parser of Markdown would take long over the text, or make much more of it than it
/// is: page.size, page.wide, page.cells or page.references at the line, counted from that of
/// `place`.
bool is_heavy(std::string_view markdown, const Place& place, Findings& findings);

}  // namespace yokoten
