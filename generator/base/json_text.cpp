#include "base/json_text.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "base/well_formed.h"

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

// Bytes that need no look: all but signs that are escaped and the first one of U+2028.
constexpr std::array<bool, 256> bytes_as_written = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
  for (const unsigned char byte : {'"', '\\', '<', '>', '&'}) plain[byte] = false;
  plain[0xE2] = false;
  return plain;
}();

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  if (first_invalid_utf8(text)) return append_json_text(out, well_formed(text));
  out += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (bytes_as_written[static_cast<unsigned char>(text[at])]) continue;
    // U+2028 and U+2029 end a line in old scripts.
    const bool ends_line =
        text.substr(at).starts_with("\xe2\x80\xa8") || text.substr(at).starts_with("\xe2\x80\xa9");
    if (text[at] == '\xe2' && !ends_line) continue;
    out.append(text, plain, at - plain);
    if (ends_line) {
      out += text[at + 2] == '\xa8' ? "\\u2028" : "\\u2029";
      at += 2;
    } else {
      append_escaped(out, text[at]);
    }
    plain = at + 1;
  }
  out.append(text, plain);
  out += '"';
}

std::string json_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 2);
  append_json_text(out, text);
  return out;
}

}  // namespace yokoten
