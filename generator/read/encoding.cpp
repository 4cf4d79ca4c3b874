#include "read/encoding.h"

#include <cstddef>

namespace yokoten {
namespace {

using namespace std::string_view_literals;

// A comma or a line end in 16 bits shows in either byte order, with or without a mark in front.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe"sv) || bytes.starts_with("\xfe\xff"sv)) return true;
  if (bytes.size() % 2 != 0) return false;
  for (const auto pair : {",\0"sv, "\n\0"sv, "\0,"sv, "\0\n"sv})
    if (bytes.find(pair) != std::string_view::npos) return true;
  return false;
}

bool between(unsigned char byte, unsigned char low, unsigned char high) {
  return byte >= low && byte <= high;
}

// The length of the CP932 character at `at`, 0 when there is none.
std::size_t cp932_length(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80 || between(lead, 0xA1, 0xDF)) return 1;
  if (!between(lead, 0x81, 0x9F) && !between(lead, 0xE0, 0xFC)) return 0;
  if (at + 1 >= bytes.size()) return 0;
  const auto tail = static_cast<unsigned char>(bytes[at + 1]);
  return between(tail, 0x40, 0x7E) || between(tail, 0x80, 0xFC) ? 2 : 0;
}

// Kana and common kanji of CP932 begin with 81–9F, which EUC-JP has for next to nothing.
bool is_cp932(std::string_view bytes) {
  bool has_common_lead = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = cp932_length(bytes, at);
    if (length == 0) return false;
    if (length == 2 && static_cast<unsigned char>(bytes[at]) <= 0x9F) has_common_lead = true;
    at += length;
  }
  return has_common_lead;
}

}  // namespace

std::string_view likely_encoding(std::string_view bytes) {
  if (is_utf16(bytes)) return "UTF-16";
  return is_cp932(bytes) ? "CP932" : "";
}

}  // namespace yokoten
