#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// `text` as a JSON string with its quotes. `<`, `>`, `&` and U+2028/2029 are escaped too, so that
/// the result may stand in a script file. `text` is valid UTF-8.
std::string json_text(std::string_view text);
/// Puts the same behind what is there.
void append_json_text(std::string& out, std::string_view text);

}  // namespace yokoten
