#include "difference/page_lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "base/html_pieces.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 17> inline_names = {
    "a",  "abbr", "b",    "code",  "del",  "em",     "i",   "ins", "mark",
    "rp", "rt",   "ruby", "small", "span", "strong", "sub", "sup"};

bool is_inline(std::string_view name) {
  return std::find(inline_names.begin(), inline_names.end(), name) != inline_names.end();
}

void add_letter(std::string& text, std::uint32_t letter) {
  if (letter < 0x80) {
    text += static_cast<char>(letter);
    return;
  }
  const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  constexpr std::array<unsigned, 4> lead = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(lead[static_cast<std::size_t>(more)] | (letter >> (6 * more)));
  for (int at = more - 1; at >= 0; --at)
    text += static_cast<char>(0x80U | ((letter >> (6 * at)) & 0x3FU));
}

// `amp`, `#39`, `#x2028`; empty for what pages of our own making don't have.
std::string entity(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, const char*>, 6> known = {
      {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}}};
  for (const auto& [word, text] : known)
    if (name == word) return text;
  std::string made;
  if (!name.starts_with('#')) return made;
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t letter = 0;
  const auto read =
      std::from_chars(name.data(), name.data() + name.size(), letter, is_hex ? 16 : 10);
  if (read.ec == std::errc() && letter > 0 && letter < 0x110000) add_letter(made, letter);
  return made;
}

/// Gathers the text of a page line by line.
class Lines {
 public:
  std::vector<std::string> gathered(std::string_view html) {
    HtmlPieces pieces(html);
    while (pieces.next()) {
      if (pieces.is_tag())
        take_tag(pieces.text(), pieces.in_svg());
      else if (!pieces.in_svg() && !is_silent_)
        add(pieces.text());
    }
    end_line();
    return std::move(lines_);
  }

 private:
  void take_tag(std::string_view tag, bool in_svg) {
    const std::string_view name = element_of(tag);
    if (name == "script" || name == "style") is_silent_ = !tag.starts_with("</");
    if (in_svg || is_silent_ || is_inline(name)) return;
    if (name == "td" || name == "th") return take_cell(tag);
    if (name == "img") return add_attribute(tag, " alt=\"");
    if (cells_ == 0 || name == "tr") end_line();
    if (name == "meta" && tag.find("name=\"description\"") != tag.npos)
      add_attribute(tag, " content=\"");
  }

  void take_cell(std::string_view tag) {
    if (tag.starts_with("</")) return;
    if (cells_ > 0) line_ += " | ";
    has_blank_ = false;
    ++cells_;
  }

  void add_attribute(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == tag.npos) return;
    const std::size_t begin = at + name.size();
    add(tag.substr(begin, tag.find('"', begin) - begin));
  }

  // Blanks count as one, as a browser shows them.
  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char letter = text[at];
      if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r') {
        has_blank_ = true;
        continue;
      }
      if (has_blank_ && !line_.empty() && line_.back() != ' ') line_ += ' ';
      has_blank_ = false;
      const std::size_t end = letter == '&' ? text.find(';', at) : text.npos;
      if (end != text.npos && end - at < 12) {
        line_ += entity(text.substr(at + 1, end - at - 1));
        at = end;
      } else {
        line_ += letter;
      }
    }
  }

  void end_line() {
    cells_ = 0;
    has_blank_ = false;
    while (line_.ends_with(' ')) line_.pop_back();
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
  }

  std::vector<std::string> lines_;
  std::string line_;
  bool has_blank_ = false, is_silent_ = false;
  int cells_ = 0;  ///< of the table's row that is being read
};

}  // namespace

std::vector<std::string> page_lines(std::string_view html) { return Lines().gathered(html); }

std::string page_heading(std::string_view html) {
  const std::size_t begin = html.find("<h1");
  const std::size_t end = html.find("</h1>", begin == html.npos ? html.size() : begin);
  if (end == html.npos) return {};
  std::string heading;
  for (const std::string& line : page_lines(html.substr(begin, end - begin)))
    heading += (heading.empty() ? "" : " ") + line;
  return heading;
}

}  // namespace yokoten
