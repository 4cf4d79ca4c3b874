#include "page/plain_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace yokoten {
namespace {

// As base/html_text.h writes them.
constexpr std::array<std::pair<std::string_view, char>, 5> escapes = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

std::pair<char, std::size_t> unescaped(std::string_view html) {
  for (const auto& [text, letter] : escapes)
    if (html.starts_with(text)) return {letter, text.size()};
  return {html.front(), 1};
}

}  // namespace

std::string plain_text(std::string_view html) {
  std::string out;
  while (!html.empty()) {
    const std::size_t close = html.front() == '<' ? html.find('>') : std::string_view::npos;
    if (close != std::string_view::npos) {
      html.remove_prefix(close + 1);
      continue;
    }
    const auto [letter, length] = unescaped(html);
    out += letter;
    html.remove_prefix(length);
    const std::size_t plain = std::min(html.find_first_of("<&"), html.size());
    out.append(html, 0, plain);
    html.remove_prefix(plain);
  }
  return out;
}

}  // namespace yokoten
