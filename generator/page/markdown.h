#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"
#include "page/flow.h"
#include "page/ruby.h"

namespace yokoten {

/// Takes Markdown apart into sections, texts and blocks. HTML, leftover `**`, foreign schemes and
/// nesting past the limits are findings. `first_row` is the line of `file` where it starts.
/// `places`: names whose first mention has its reading; may be nullptr.
Body compiled_body(std::string_view markdown, const std::string& file, int first_row,
                   const PlaceReadings* places, Findings& findings);

/// One line of Markdown (a sentence in a block's option) as HTML text without a paragraph.
Text compiled_line(std::string_view markdown, const Place& place, Findings& findings);

}  // namespace yokoten
