#include "base/html_text.h"

#include <array>

namespace yokoten {
namespace {

const char* escape_of(char letter) {
  switch (letter) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

// Bytes that don't stand in HTML as they are, and the first one of those of is_no_character().
constexpr std::array<bool, 256> marked_bytes = [] {
  std::array<bool, 256> marked{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) marked[byte] = byte != '\n' && byte != '\t';
  for (const unsigned char byte : {'&', '<', '>', '"', '\''}) marked[byte] = true;
  marked[0xEF] = true;
  return marked;
}();

// U+FFFE and U+FFFF are no characters: no reader of XML takes a file that has them.
bool is_no_character(std::string_view text, std::size_t at) {
  const std::string_view bytes = text.substr(at, 3);
  return bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!marked_bytes[static_cast<unsigned char>(text[at])]) continue;
    const bool no_character = is_no_character(text, at);
    if (text[at] == '\xEF' && !no_character) continue;
    out.append(text, plain, at - plain);
    if (no_character)
      at += 2;
    else if (static_cast<unsigned char>(text[at]) >= 0x20)
      out += escape_of(text[at]);
    plain = at + 1;
  }
  out.append(text, plain);
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_html_text(out, text);
  return out;
}

}  // namespace yokoten
