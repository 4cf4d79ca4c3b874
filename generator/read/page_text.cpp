#include "read/page_text.h"

#include <algorithm>

#include "base/text.h"
#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::size_t longest_page = 1U << 20U;

std::string with_plain_line_ends(std::string_view bytes) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    if (bytes[at] != '\r' || bytes.substr(at, 2) != "\r\n") out += bytes[at];
  return out;
}

int lines_in(std::string_view text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// Line and character of the byte after `before`.
Place place_after(const std::string& file, std::string_view before) {
  const auto line = before.substr(before.rfind('\n') + 1);
  const auto is_tail = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
  };
  const auto tails = std::count_if(line.begin(), line.end(), is_tail);
  return {file, lines_in(before) + 1, static_cast<int>(line.size()) - static_cast<int>(tails) + 1};
}

bool is_text(std::string_view bytes, const std::string& file, Findings& findings) {
  const std::size_t wrong =
      std::min(first_invalid_utf8(bytes).value_or(bytes.size()), bytes.find('\0'));
  if (bytes.size() > longest_page)
    report_error(findings, {file, 0, 0}, "page.limit",
                 {"ページが1 MiBを超えています", "the page has more than 1 MiB"});
  else if (wrong < bytes.size())
    report_error(
        findings, place_after(file, bytes.substr(0, wrong)), "page.encoding",
        {"UTF-8として正しくない文字があります", "the page holds bytes that are not UTF-8"});
  else
    return true;
  return false;
}

// Where the line begins that closes the front matter, npos without one.
std::size_t closing_line(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (trimmed_text(rest.substr(0, rest.find('\n'))) == "---" && rest.starts_with("---"))
      return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<PageText> read_page(std::string_view bytes, const std::string& file,
                                  Findings& findings) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (!is_text(bytes, file, findings)) return std::nullopt;
  const std::string text = with_plain_line_ends(bytes);
  const std::size_t close = text.starts_with("---\n") ? closing_line(text) : std::string::npos;
  if (close == std::string::npos) {
    report_error(findings, {file, 1, 1}, "page.front",
                 {"ページの初めに「---」の行で囲んだ見出し情報が要ります",
                  "the page must begin with front matter between two lines ---"});
    return std::nullopt;
  }
  constexpr std::size_t opening = std::string_view("---\n").size();
  const std::size_t body = std::min(text.find('\n', close), text.size() - 1) + 1;
  PageText page;
  page.file = file;
  page.front = text.substr(opening, close - opening);
  page.front_row = 2;
  page.body = text.substr(body);
  page.body_row = lines_in(std::string_view(text).substr(0, body)) + 1;
  return page;
}

}  // namespace yokoten
