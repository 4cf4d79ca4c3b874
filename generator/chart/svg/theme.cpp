#include "chart/svg/theme.h"

#include <array>

namespace yokoten::chart {
namespace {

struct Pair {
  std::string_view light, dark, dark_text;
};

// The house's palette, from the Digital Agency's design tokens, and the colours that Vega-Lite
// draws its guides in. Series colours stand off both pages (3:1 at least) and stay.
constexpr std::array<Pair, 20> kPairs = {
    {{"#0017C1", "#c5d7fb", "#c5d7fb"}, {"#3460FB", "#7096f8", "#7096f8"},
     {"#7096F8", "#264af4", "#264af4"}, {"#C5D7FB", "#00118f", "#00118f"},
     {"#E8F1FE", "#20263f", "#20263f"}, {"#949494", "#7f7f7f", "#b3b3b3"},
     {"#CCCCCC", "#4d4d4d", "#4d4d4d"}, {"#E6E6E6", "#4d4d4d", "#4d4d4d"},
     {"#F2F2F2", "#242424", "#242424"}, {"#1A1A1A", "#f2f2f2", "#f2f2f2"},
     {"#595959", "#b3b3b3", "#b3b3b3"}, {"#FFFFFF", "#1a1a1a", "#000"},
     {"#000000", "#fff", "#fff"},       {"white", "#1a1a1a", "#000"},
     {"#fff", "#1a1a1a", "#000"},       {"black", "#f2f2f2", "#f2f2f2"},
     {"#000", "#f2f2f2", "#f2f2f2"},    {"#333", "#d9d9d9", "#d9d9d9"},
     {"#ddd", "#4d4d4d", "#4d4d4d"},    {"#888", "#999", "#b3b3b3"}}};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool same_letters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (upper(a[i]) != upper(b[i])) return false;
  return true;
}

void add_rules(std::string& css, const std::set<std::string, std::less<>>& colours,
               std::string_view element, std::string_view property, bool on_text) {
  for (const std::string& colour : colours) {
    const std::string_view dark = dark_colour(colour, on_text);
    if (dark.empty()) continue;
    css.append(element).append("[").append(property).append("=\"").append(colour);
    css.append("\"]{").append(property).append(":").append(dark).append("}");
  }
}

}  // namespace

std::string_view dark_colour(std::string_view colour, bool on_text) {
  for (const Pair& pair : kPairs)
    if (same_letters(pair.light, colour)) return on_text ? pair.dark_text : pair.dark;
  return {};
}

std::string dark_rules(const UsedColours& used) {
  std::string css;
  add_rules(css, used.fills, "", "fill", false);
  add_rules(css, used.strokes, "", "stroke", false);
  add_rules(css, used.texts, "text", "fill", true);
  return css;
}

}  // namespace yokoten::chart
