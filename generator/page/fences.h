#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string_view>

namespace yokoten {

/// Whether a fenced block of `markdown` took in what was not meant for it, since nothing closes it:
/// how many lines below its first one the next fence opens, 0 where there is none up to the end.
/// Nothing for a block that is closed, or indented.
std::optional<int> line_swallowed(cmark_node* node, std::string_view markdown);

}  // namespace yokoten
