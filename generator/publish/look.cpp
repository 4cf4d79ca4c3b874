#include "publish/look.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/colour.h"
#include "model/report.h"
#include "publish/css_roles.h"

namespace yokoten {
namespace {

constexpr double for_text = 4.5, for_shapes = 3;  // WCAG 2.2, 1.4.3 and 1.4.11

struct Pair {
  std::string_view upper, ground;
  double least;
};

// What stands on what, as the style sheets have it.
constexpr std::array<Pair, 24> pairs = {{{"text", "bg", for_text},
                                         {"text", "surface", for_text},
                                         {"text", "sunken", for_text},
                                         {"text", "note-bg", for_text},
                                         {"text-2", "bg", for_text},
                                         {"text-2", "surface", for_text},
                                         {"text-2", "sunken", for_text},
                                         {"link", "bg", for_text},
                                         {"link", "surface", for_text},
                                         {"link", "sunken", for_text},
                                         {"visited", "bg", for_text},
                                         {"visited", "surface", for_text},
                                         {"visited", "sunken", for_text},
                                         {"on-accent", "accent", for_text},
                                         {"note-text", "note-bg", for_text},
                                         {"text", "k1", for_text},
                                         {"bg", "k5", for_text},
                                         {"edge", "bg", for_shapes},
                                         {"accent", "bg", for_shapes},
                                         {"bar", "bg", for_shapes},
                                         {"bar-self", "bg", for_shapes},
                                         {"bar-other", "bg", for_shapes},
                                         {"mark", "bg", for_shapes},
                                         {"note-edge", "note-bg", for_shapes}}};

bool is_own(const CssValue& value, const std::set<std::string>& own) {
  return own.contains(value.place.file);
}

std::string rule(const Look& look, bool dark) {
  std::string css;
  for (const LookColour& each : look.colours)
    if (each.dark == dark) css += fmt::format(" --{}: {};", each.role, each.colour);
  return css;
}

/// A role's colour, and the value of the publication or the program that has it.
struct RoleColour {
  const CssValue* written = nullptr;
  std::optional<Colour> colour{};
};

RoleColour measured(const CssRoles& roles, std::string_view role, bool dark, Findings& findings,
                    const std::set<std::string>& own, std::set<const CssValue*>& told) {
  const std::string name(role);
  const CssValue* end = roles.resolved(name, dark);
  RoleColour found{roles.find(name, dark)};
  if (end == nullptr) return found;
  found.colour = parse_colour(end->text);
  if (!found.colour && is_own(*end, own) && told.insert(end).second)
    report_error(
        findings, end->place, "style.colour",
        {fmt::format("--{} の色 {} は測れません。#0017c1 の形で書いてください", name, end->text),
         fmt::format("the colour {} of --{} can't be measured; write it as #0017c1", end->text,
                     name)});
  return found;
}

void report_contrast(const Pair& pair, const RoleColour& upper, const RoleColour& ground, bool dark,
                     const std::set<std::string>& own, Findings& findings) {
  const double ratio = contrast(*upper.colour, *ground.colour);
  // Rounded down: 4.49 must not be told as 4.5.
  const double told = static_cast<double>(static_cast<int>(ratio * 100)) / 100;
  const bool upper_is_own = is_own(*upper.written, own);
  const RoleColour& mended = upper_is_own || !is_own(*ground.written, own) ? upper : ground;
  const RoleColour& other = &mended == &upper ? ground : upper;
  const std::string name(&mended == &upper ? pair.upper : pair.ground);
  const std::string better = to_text(with_contrast(*mended.colour, *other.colour, pair.least));
  report_error(
      findings, mended.written->place, "style.contrast",
      {fmt::format("{}画面で {}（{}）と {}（{}）のコントラスト比が {:.2f} です。{} 以上にしてくだ"
                   "さい（{} を {} にすると足ります）",
                   dark ? "暗い" : "明るい", pair.upper, to_text(*upper.colour), pair.ground,
                   to_text(*ground.colour), told, pair.least, name, better),
       fmt::format(
           "on {} screens {} ({}) on {} ({}) has a contrast of {:.2f}; it takes {} ({} = {} "
           "would do)",
           dark ? "dark" : "light", pair.upper, to_text(*upper.colour), pair.ground,
           to_text(*ground.colour), told, pair.least, name, better)});
}

std::string lines_of(const std::map<std::string, std::string>& styles) {
  const auto at = styles.find("styles/order.txt");
  return at == styles.end() ? std::string() : at->second;
}

CssRoles roles_of(const std::map<std::string, std::string>& styles,
                  const std::map<std::string, std::string>& own, const Look& look) {
  CssRoles roles;
  const std::string order = lines_of(styles);
  for (std::size_t begin = 0; begin < order.size();) {
    const std::size_t end = std::min(order.find('\n', begin), order.size());
    const std::string path = "styles/" + order.substr(begin, end - begin);
    const auto own_file = own.find(path);
    if (const auto at = styles.find(path); at != styles.end())
      add_css_roles(at->second, own_file == own.end() ? "templates/" + path : own_file->second,
                    roles);
    begin = end + 1;
  }
  for (const LookColour& each : look.colours)
    (each.dark ? roles.dark : roles.light)[each.role] = {each.colour, each.place};
  return roles;
}

}  // namespace

std::string look_css(const Look& look) {
  const std::string light = rule(look, false), dark = rule(look, true);
  std::string css;
  if (!light.empty()) css += "@media (forced-colors: none) { :root {" + light + " } }\n";
  if (!dark.empty())
    css += "@media screen and (prefers-color-scheme: dark) and (forced-colors: none) { :root {" +
           dark + " } }\n";
  return css;
}

void check_contrast(const std::map<std::string, std::string>& styles,
                    const std::map<std::string, std::string>& own, const Look& look,
                    Findings& findings) {
  std::set<std::string> own_files;
  for (const auto& [path, file] : own) own_files.insert(file);
  for (const LookColour& each : look.colours) own_files.insert(each.place.file);
  const CssRoles roles = roles_of(styles, own, look);
  std::set<const CssValue*> told;
  for (const bool dark : {false, true})
    for (const Pair& pair : pairs) {
      const RoleColour upper = measured(roles, pair.upper, dark, findings, own_files, told);
      const RoleColour ground = measured(roles, pair.ground, dark, findings, own_files, told);
      if (upper.colour && ground.colour && contrast(*upper.colour, *ground.colour) < pair.least)
        report_contrast(pair, upper, ground, dark, own_files, findings);
    }
}

}  // namespace yokoten
