#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// `text` for element content and quoted attributes: & < > " ' are escaped. Control characters
/// that HTML forbids, and U+FFFE and U+FFFF, which XML forbids, are left out.
std::string html_text(std::string_view text);
/// Puts the same behind what is there.
void append_html_text(std::string& out, std::string_view text);

}  // namespace yokoten
