#pragma once

#include <string_view>

namespace yokoten {

/// From here on the program says `words` on standard error and ends with 1 where memory runs out.
/// Libraries do worse there: some crash, some wait for ever, and some go on with less.
void end_without_memory(std::string_view words);

}  // namespace yokoten
