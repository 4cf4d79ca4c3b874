#include "chart/spec/link.h"

#include <algorithm>
#include <string>

#include "base/html_text.h"

namespace yokoten::chart {
namespace {

constexpr std::string_view kLinkSchemes[] = {"http", "https", "mailto"};

bool is_scheme_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool in_scheme(char c) {
  return is_scheme_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
}

// As browsers read it: blanks before it, line ends and tabs in it are passed over, and what a
// picture cannot hold is not written.
std::string as_read(std::string_view link) {
  std::string text = html_text(link);
  std::erase_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  text.erase(0, text.find_first_not_of(' '));
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

}  // namespace

bool is_safe_link(std::string_view link) {
  const std::string text = as_read(link);
  const auto end = std::find_if_not(text.begin(), text.end(), in_scheme);
  if (text.empty() || end == text.end() || *end != ':' || !is_scheme_letter(text.front()))
    return true;
  const std::string_view scheme(text.data(), static_cast<std::size_t>(end - text.begin()));
  return std::find(std::begin(kLinkSchemes), std::end(kLinkSchemes), scheme) !=
         std::end(kLinkSchemes);
}

Message unsafe_link() {
  return {"リンクにできるのは http:、https:、mailto: と、相対の行き先だけです",
          "a link leads to http:, https: or mailto:, or to a relative place; no other scheme"};
}

}  // namespace yokoten::chart
