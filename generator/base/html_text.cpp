#include "base/html_text.h"

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

// Letters that stand in HTML as they are.
bool is_plain(char letter) {
  if (static_cast<unsigned char>(letter) < 0x20) return letter == '\n' || letter == '\t';
  return letter != '&' && letter != '<' && letter != '>' && letter != '"' && letter != '\'';
}

// U+FFFE and U+FFFF are no characters: no reader of XML takes a file that has them.
bool is_no_character(std::string_view text, std::size_t at) {
  const std::string_view bytes = text.substr(at, 3);
  return bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_character = text[at] == '\xEF' && is_no_character(text, at);
    if (is_plain(text[at]) && !no_character) continue;
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
