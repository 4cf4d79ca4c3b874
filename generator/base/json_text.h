#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// `text` as a JSON string with its quotes. `<`, `>`, `&` and U+2028/2029 are escaped too, so that
/// the result may stand in a script file. What is no UTF-8 (names of files may be none) is U+FFFD.
std::string json_text(std::string_view text);
/// Puts the same behind what is there.
void append_json_text(std::string& out, std::string_view text);

}  // namespace yokoten
