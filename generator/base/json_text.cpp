#include "base/json_text.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

void append_escaped(std::string& out, char byte) {
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto code = static_cast<unsigned char>(byte);
  if (code < 0x20 || byte == '<' || byte == '>' || byte == '&')
    out += fmt::format("\\u{:04x}", code);
  else
    out += byte;
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size(); ++at) {
    // U+2028 and U+2029 end a line in old scripts.
    if (text.substr(at, 2) == "\xe2\x80" && at + 2 < text.size() &&
        (text[at + 2] == '\xa8' || text[at + 2] == '\xa9')) {
      out += text[at + 2] == '\xa8' ? "\\u2028" : "\\u2029";
      at += 2;
    } else {
      append_escaped(out, text[at]);
    }
  }
  return out + '"';
}

}  // namespace yokoten
