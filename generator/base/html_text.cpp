#include "base/html_text.h"

#include <array>
#include <cstdint>
#include <cstring>

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

using MarkBlock = unsigned char __attribute__((vector_size(16)));

// Whether any of the bytes from there on, as many as a block has, is a marked one.
bool has_marked(const char* bytes) {
  MarkBlock block;
  std::memcpy(&block, bytes, sizeof block);
  // Line breaks and tabs are looked at again, which stand as they are.
  const auto marked = (block < 0x20) | (block == '&') | (block == '<') | (block == '>') |
                      (block == '"') | (block == '\'') | (block == 0xEF);
  std::array<std::uint64_t, 2> halves;
  std::memcpy(halves.data(), &marked, sizeof marked);
  return (halves[0] | halves[1]) != 0;
}

// Where the next marked byte stands, the end where none does.
std::size_t next_marked(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool is_whole = text.size() - at >= sizeof(MarkBlock);
    if (is_whole && !has_marked(text.data() + at)) {
      at += sizeof(MarkBlock);
      continue;
    }
    const std::size_t end = is_whole ? at + sizeof(MarkBlock) : text.size();
    for (; at < end; ++at)
      if (marked_bytes[static_cast<unsigned char>(text[at])]) return at;
  }
  return at;
}

// U+FFFE and U+FFFF are no characters: no reader of XML takes a file that has them.
bool is_no_character(std::string_view text, std::size_t at) {
  const std::string_view bytes = text.substr(at, 3);
  return bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = next_marked(text, 0); at < text.size(); at = next_marked(text, at + 1)) {
    const bool no_character = is_no_character(text, at);
    if (text[at] == '\xEF' && !no_character) continue;
    out.append(text, plain, at - plain);
    if (no_character)
      at += 2;
    else if (static_cast<unsigned char>(text[at]) >= 0x20)
      out += escape_of(text[at]);
    plain = at + 1;
  }
  out.append(text.data() + plain, text.size() - plain);
}

std::string html_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_html_text(out, text);
  return out;
}

}  // namespace yokoten
