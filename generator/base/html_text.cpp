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

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_plain(text[at])) continue;
    out.append(text, plain, at - plain);
    if (static_cast<unsigned char>(text[at]) >= 0x20) out += escape_of(text[at]);
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
