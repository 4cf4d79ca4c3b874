#include "chart/palette.h"

#include <algorithm>
#include <array>

namespace yokoten {
namespace {

// In the order of Ink. Blues and greys of the Digital Agency's design tokens.
constexpr std::array<const char*, 13> kColours = {
    "none",    "#0017C1", "#3460FB", "#7096F8", "#C5D7FB", "#E8F1FE", "#949494",
    "#CCCCCC", "#E6E6E6", "#1A1A1A", "#595959", "#FFFFFF", "#000000"};

bool same_letter(char a, char b) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; };
  return upper(a) == upper(b);
}

bool same_colour(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same_letter(a[i], b[i])) return false;
  return true;
}

// One colour a role; the words in the rules below ($bg) are replaced by them, since not every
// renderer of SVG knows CSS variables.
struct Role {
  const char* word;
  const char* light;
  const char* dark;
};

constexpr std::array<Role, 15> kRoles = {{{"$bg", "#fff", "#1a1a1a"},
                                          {"$sunken", "#f2f2f2", "#242424"},
                                          {"$text", "#1a1a1a", "#f2f2f2"},
                                          {"$soft", "#595959", "#b3b3b3"},
                                          {"$line", "#ccc", "#4d4d4d"},
                                          {"$edge", "#949494", "#7f7f7f"},
                                          {"$bar", "#3460fb", "#7096f8"},
                                          {"$self", "#0017c1", "#c5d7fb"},
                                          {"$track", "#e6e6e6", "#4d4d4d"},
                                          {"$k1", "#e8f1fe", "#20263f"},
                                          {"$k2", "#c5d7fb", "#00118f"},
                                          {"$k3", "#7096f8", "#264af4"},
                                          {"$on1", "#000", "#fff"},
                                          {"$on3", "#000", "#fff"},
                                          {"$on4", "#fff", "#000"}}};

constexpr const char* kRules =
    "svg{background:$bg}"
    "text{font:14px 'Noto Sans JP','Noto Sans CJK JP','Hiragino Sans',sans-serif;fill:$text;"
    "font-variant-numeric:tabular-nums}"
    ".b,.v{font-weight:700}.s{fill:$soft}.e{text-anchor:end}.m{text-anchor:middle}"
    ".nm3{font-size:12.5px}.bar,.k4{fill:$bar}.self,.k5{fill:$self}.oth{fill:$edge}"
    ".track{fill:$track}.mk{fill:$text}.k1{fill:$k1}.k2{fill:$k2}.k3{fill:$k3}"
    ".late{fill:$sunken;stroke:$edge}.axis{stroke:$edge}.gridl{stroke:$line}"
    ".mark{stroke:$text;stroke-width:2}.dash{stroke:$text;stroke-dasharray:4 3}"
    ".plan{fill:$bg;stroke:$bar;stroke-width:1.5}.gap{stroke:$bg;stroke-width:2}"
    ".ln{stroke:$bar;stroke-width:3}.ln.d{stroke-width:2;stroke-dasharray:2 5}"
    ".tick{stroke:$bar;stroke-width:2;stroke-opacity:.75}"
    ".tick.on{stroke:$self;stroke-width:4;stroke-opacity:1}"
    ".dot{fill:$bar;fill-opacity:.45;stroke:$bar}.dot-s{fill:$self;stroke:$bg;stroke-width:2}"
    ".tile rect{stroke:$edge}.k1~text,.k2~text{fill:$on1}.k3~text{fill:$on3}"
    ".k4~text,.k5~text{fill:$on4}";

const char* role_colour(std::string_view word, bool dark) {
  for (const Role& role : kRoles)
    if (role.word == word) return dark ? role.dark : role.light;
  return "";
}

std::string rules(bool dark) {
  const std::string_view text = kRules;
  std::string css;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find_first_of(";}", at);
    const std::size_t word = std::min(text.find('$', at), end);
    css.append(text.substr(at, word - at)).append(role_colour(text.substr(word, end - word), dark));
    css += text[end];
    at = end + 1;
  }
  return css;
}

}  // namespace

const char* colour(Ink ink) { return kColours[static_cast<std::size_t>(ink)]; }

std::optional<Ink> ink_of(std::string_view colour) {
  for (std::size_t i = 1; i < kColours.size(); ++i)
    if (same_colour(colour, kColours[i])) return static_cast<Ink>(i);
  return std::nullopt;
}

std::string palette_words() {
  std::string words;
  for (std::size_t i = 1; i < kColours.size(); ++i)
    words += std::string(i > 1 ? " " : "") + kColours[i];
  return words;
}

std::string stylesheet(Theme theme) {
  std::string css = rules(theme == Theme::dark);
  if (theme == Theme::both) css += "@media (prefers-color-scheme:dark){" + rules(true) + '}';
  return css;
}

}  // namespace yokoten
