#include "publish/squeezed_css.h"

#include <algorithm>

namespace yokoten {
namespace {

bool is_blank(char letter) {
  return std::string_view(" \t\r\n\f").find(letter) != std::string_view::npos;
}

// Around these a blank means nothing, in selectors and in values.
bool stands_alone(char letter) {
  return std::string_view("{};,").find(letter) != std::string_view::npos;
}

/// The position behind the text that begins with a quote at `at`.
std::size_t end_of_text(std::string_view css, std::size_t at) {
  std::size_t end = at + 1;
  while (end < css.size() && css[end] != css[at]) end += css[end] == '\\' ? 2 : 1;
  return std::min(end + 1, css.size());
}

std::size_t end_of_comment(std::string_view css, std::size_t at) {
  const std::size_t end = css.find("*/", at + 2);
  return end == std::string_view::npos ? css.size() : end + 2;
}

void add_blank(std::string& out) {
  if (!out.empty() && out.back() != ' ' && !stands_alone(out.back())) out += ' ';
}

void add(std::string& out, char letter) {
  if (stands_alone(letter) && !out.empty() && out.back() == ' ') out.pop_back();
  if (letter == '}' && !out.empty() && out.back() == ';') out.pop_back();
  out += letter;
}

}  // namespace

std::string squeezed_css(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  for (std::size_t at = 0; at < css.size();) {
    const std::string_view rest = css.substr(at);
    if (rest.starts_with("/*")) {
      const std::size_t end = end_of_comment(css, at);
      if (rest.starts_with("/*!"))
        out += css.substr(at, end - at);
      else
        add_blank(out);
      at = end;
    } else if (rest.front() == '"' || rest.front() == '\'') {
      const std::size_t end = end_of_text(css, at);
      out += css.substr(at, end - at);
      at = end;
    } else {
      is_blank(rest.front()) ? add_blank(out) : add(out, rest.front());
      ++at;
    }
  }
  return out;
}

}  // namespace yokoten
