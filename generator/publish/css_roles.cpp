#include "publish/css_roles.h"

#include <algorithm>
#include <vector>

#include "base/json_place.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr int deepest_chain = 8;  // a circle of var() ends here

// Comments become blanks, so that places stay.
std::string without_comments(std::string_view css) {
  std::string text(css);
  for (std::size_t at = 0; (at = text.find("/*", at)) != std::string::npos;) {
    const std::size_t end = std::min(text.find("*/", at + 2), text.size() - 2) + 2;
    for (; at < end; ++at)
      if (text[at] != '\n') text[at] = ' ';
  }
  return text;
}

/// Which screens a rule is for.
enum class Screen { light, dark, other };

Screen screen_of(const std::vector<std::string>& open) {
  if (open.empty() || open.back() != ":root") return Screen::other;
  if (open.size() == 1) return Screen::light;
  const bool dark =
      open.size() == 2 && open.front().find("prefers-color-scheme: dark") != std::string::npos;
  return dark ? Screen::dark : Screen::other;
}

std::string trimmed_part(const std::string& text, std::size_t begin, std::size_t end) {
  return std::string(trimmed_text(std::string_view(text).substr(begin, end - begin)));
}

/// Reads the custom properties of one sheet, from its beginning to its end.
class RoleReader {
 public:
  RoleReader(const std::string& text, const std::string& file, CssRoles& roles)
      : text_(text), roles_(roles) {
    place_.file = file;
  }

  // What stands between two of `{`, `}` and `;`.
  void take(std::size_t begin, std::size_t end, Screen screen) {
    begin = std::min(text_.find_first_not_of(" \t\r\n", begin), end);
    if (screen == Screen::other || text_.compare(begin, 2, "--") != 0) return;
    const std::size_t colon = std::min(text_.find(':', begin), end);
    if (colon == end) return;
    move_to(std::min(text_.find_first_not_of(" \t\r\n", colon + 1), end));
    auto& into = screen == Screen::dark ? roles_.dark : roles_.light;
    into[trimmed_part(text_, begin + 2, colon)] = {trimmed_part(text_, colon + 1, end), place_};
  }

 private:
  void move_to(std::size_t byte) {
    const Place further = text_place(std::string_view(text_).substr(at_, byte - at_), byte - at_);
    place_.column = further.row > 1 ? further.column : place_.column + further.column - 1;
    place_.row += further.row - 1;
    at_ = byte;
  }

  const std::string& text_;
  CssRoles& roles_;
  std::size_t at_ = 0;
  Place place_{{}, 1, 1};  // of at_
};

}  // namespace

const CssValue* CssRoles::find(const std::string& name, bool is_dark) const {
  if (is_dark)
    if (const auto at = dark.find(name); at != dark.end()) return &at->second;
  const auto at = light.find(name);
  return at == light.end() ? nullptr : &at->second;
}

const CssValue* CssRoles::resolved(const std::string& name, bool is_dark) const {
  const CssValue* value = find(name, is_dark);
  for (int step = 0; step < deepest_chain && value != nullptr; ++step) {
    const std::string& text = value->text;
    if (!text.starts_with("var(--") || !text.ends_with(')')) return value;
    value = find(trimmed_part(text, 6, text.size() - 1), is_dark);
  }
  return value;
}

void add_css_roles(std::string_view css, const std::string& file, CssRoles& roles) {
  const std::string text = without_comments(css);
  RoleReader reader(text, file, roles);
  std::vector<std::string> open;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '{') open.push_back(trimmed_part(text, begin, at));
    if (letter == ';' || letter == '}') reader.take(begin, at, screen_of(open));
    if (letter == '}' && !open.empty()) open.pop_back();
    if (letter == '{' || letter == '}' || letter == ';') begin = at + 1;
  }
}

}  // namespace yokoten
