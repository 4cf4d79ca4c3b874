#include "base/first_bytes.h"

#include <algorithm>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view byte_order_marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"};

// The first letters in small ones, in whatever encoding: in UTF-16 there are NULs between.
std::string first_letters(std::string_view bytes) {
  std::string start = lower_ascii(after_blanks(bytes).substr(0, 128));
  std::erase(start, '\0');
  return start;
}

// No table of text begins with a tag.
bool is_markup(const std::string& start) {
  constexpr std::string_view seconds = "abcdefghijklmnopqrstuvwxyz!?/";
  return start.size() > 1 && start[0] == '<' && seconds.find(start[1]) != std::string_view::npos;
}

bool is_html(const std::string& start) {
  constexpr std::string_view tags[] = {"<!doctype html", "<html", "<head", "<!--", "<script",
                                       "<body",          "<br",   "<b>",   "<p>",  "<div",
                                       "<title",         "<h1"};
  return std::ranges::any_of(tags, [&](std::string_view tag) { return start.starts_with(tag); });
}

}  // namespace

std::string_view after_blanks(std::string_view bytes) {
  constexpr std::string_view blanks("\0 \t\r\n", 5);  // in UTF-16 with NULs between
  for (const std::string_view mark : byte_order_marks)
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of(blanks), bytes.size()));
  return bytes;
}

std::string kind_by_first_bytes(std::string_view bytes) {
  if (bytes.starts_with("PK\3\4")) return "ZIP";
  if (bytes.starts_with("%PDF")) return "PDF";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "OLE2";
  if (bytes.starts_with("\x1F\x8B")) return "gzip";
  if (bytes.starts_with("\x89PNG") || bytes.starts_with("GIF8") ||
      bytes.starts_with("\xFF\xD8\xFF"))
    return "image";
  const std::string start = first_letters(bytes);
  if (is_html(start)) return "HTML";
  return is_markup(start) ? "XML" : "";
}

bool holds_workbook(std::string_view zip) {
  return zip.find("[Content_Types].xml") != std::string_view::npos ||
         zip.find("content.xml") != std::string_view::npos;
}

bool has_jis_letters(std::string_view text) {
  return text.find("\x1B$B") != std::string_view::npos ||
         text.find("\x1B$@") != std::string_view::npos;
}

}  // namespace yokoten
