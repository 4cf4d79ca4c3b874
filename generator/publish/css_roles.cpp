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

void take(const std::string& text, std::size_t begin, std::size_t end, Screen screen,
          const std::string& file, CssRoles& roles) {
  begin = std::min(text.find_first_not_of(" \t\r\n", begin), end);
  const std::size_t colon = std::min(text.find(':', begin), end);
  if (screen == Screen::other || colon == end || text.compare(begin, 2, "--") != 0) return;
  Place place = text_place(text, std::min(text.find_first_not_of(" \t\r\n", colon + 1), end));
  place.file = file;
  auto& into = screen == Screen::dark ? roles.dark : roles.light;
  into[trimmed_part(text, begin + 2, colon)] = {trimmed_part(text, colon + 1, end), place};
}

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
  std::vector<std::string> open;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '{') open.push_back(trimmed_part(text, begin, at));
    if (letter == ';' || letter == '}') take(text, begin, at, screen_of(open), file, roles);
    if (letter == '}' && !open.empty()) open.pop_back();
    if (letter == '{' || letter == '}' || letter == ';') begin = at + 1;
  }
}

}  // namespace yokoten
