#include "chart/svg/theme.h"

#include <array>

#include "chart/scale/interpolate.h"
#include "chart/scale/schemes.h"
#include "chart/svg/letters.h"

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

/// Colours that come out alike are given these where a picture has several of them as data.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kApart = {
    {{"#CCCCCC", "#666666"}, {"#ddd", "#595959"}, {"black", "#fff"}, {"#000", "#fff"}}};

const Pair* pair_of(std::string_view colour) {
  for (const Pair& pair : kPairs)
    if (same_letters(pair.light, colour)) return &pair;
  return nullptr;
}

std::string_view apart_of(const Pair& pair) {
  for (const auto& [light, dark] : kApart)
    if (light == pair.light) return dark;
  return pair.dark;
}

bool is_own(const std::string& ground) {
  return !ground.empty() && ground != "transparent" && pair_of(ground) == nullptr;
}

bool has_own_ground(const Group& group) {
  if (is_own(group.look.fill)) return true;
  for (const std::vector<Group>* inner : {&group.behind, &group.before})
    for (const Group& each : *inner)
      if (has_own_ground(each)) return true;
  return false;
}

void add_colours(const Group& group, std::set<std::string>& colours) {
  for (const Mark& mark : group.marks) {
    if (mark.layer == nullptr || mark.kind == Kind::text) continue;
    for (const Item& item : mark.items)
      for (const std::string* colour : {&item.look.fill, &item.look.stroke})
        if (!colour->empty() && *colour != "transparent") colours.insert(*colour);
  }
  for (const std::vector<Group>* inner : {&group.behind, &group.before})
    for (const Group& each : *inner) add_colours(each, colours);
}

/// One text for all ways to write a colour.
std::string same_text(std::string_view colour) { return css_of(rgb_of(colour)); }

/// A colour of the data on its way to one of its own.
struct DataColour {
  std::string light;
  const Pair* pair;
  int step = 0;  ///< the palette's, then the one that tells it apart, then it stays

  std::string_view dark() const {
    if (pair == nullptr || step > 1) return light;
    return step == 1 ? apart_of(*pair) : pair->dark;
  }
};

/// Moves colours on that would look like another; false where none would.
bool move_on(std::vector<DataColour>& colours) {
  std::map<std::string, std::set<std::string>> lights;
  for (const DataColour& each : colours)
    lights[same_text(each.dark())].insert(same_text(each.light));
  bool moved = false;
  for (DataColour& each : colours) {
    if (each.pair == nullptr || each.step > 1) continue;
    if (lights[same_text(each.dark())].size() < 2) continue;
    ++each.step;
    moved = true;
  }
  return moved;
}

void add_rules(std::string& css, const std::set<std::string, std::less<>>& colours,
               const DarkColours& dark_colours, std::string_view element, std::string_view property,
               bool on_text) {
  for (const std::string& colour : colours) {
    const std::string_view dark = dark_colours.of(colour, on_text);
    if (dark.empty()) continue;
    css.append(element).append("[").append(property).append("=\"").append(colour);
    css.append("\"]{").append(property).append(":").append(dark).append("}");
  }
}

}  // namespace

DarkColours::DarkColours(const Scene& scene)
    : none_(is_own(scene.background) || has_own_ground(scene.root)) {
  if (none_) return;
  std::set<std::string> of_data;
  add_colours(scene.root, of_data);
  tell_apart(of_data);
  steady_letters_ = letters_on_steady_boxes(
      scene, [&](const std::string& colour) { return !of(colour, false).empty(); });
}

// Two colours that a reader tells apart on a light page must not be one on a dark page.
void DarkColours::tell_apart(const std::set<std::string>& of_data) {
  std::vector<DataColour> colours;
  for (const std::string& colour : of_data) colours.push_back({colour, pair_of(colour)});
  while (move_on(colours)) {
  }
  for (const DataColour& each : colours)
    if (each.step > 0) apart_[each.light] = each.step == 1 ? apart_of(*each.pair) : "";
}

std::string_view DarkColours::of(std::string_view colour, bool on_text) const {
  if (none_) return {};
  if (const auto apart = apart_.find(colour); !on_text && apart != apart_.end())
    return apart->second;
  const Pair* pair = pair_of(colour);
  if (pair == nullptr) return {};
  return on_text ? pair->dark_text : pair->dark;
}

std::string dark_rules(const UsedColours& used, const DarkColours& dark) {
  std::string css;
  add_rules(css, used.fills, dark, "", "fill", false);
  add_rules(css, used.strokes, dark, "", "stroke", false);
  add_rules(css, used.texts, dark, "text", "fill", true);
  return css;
}

}  // namespace yokoten::chart
