#include "chart/svg/classes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/colour.h"
#include "chart/scale/interpolate.h"
#include "chart/scale/scale.h"
#include "chart/scale/schemes.h"

namespace yokoten::chart {
namespace {

struct Role {
  std::string_view colour, fill, stroke;
};

// Colours of the house's palette (house/palette.h) and the classes that templates/styles give them;
// then what people and Vega-Lite write for these (svg/theme.cpp knows the same).
constexpr std::array<Role, 20> kRoles = {
    {{"#0017C1", "k5", "s5"},       {"#3460FB", "k4", "s4"},        {"#7096F8", "k3", "s3"},
     {"#C5D7FB", "k2", "s2"},       {"#E8F1FE", "k1", "s1"},        {"#949494", "oth", "axis"},
     {"#CCCCCC", "gridf", "gridl"}, {"#E6E6E6", "track", "strack"}, {"#F2F2F2", "late", "slate"},
     {"#1A1A1A", "mk", "mark"},     {"#595959", "soft", "ssoft"},   {"#FFFFFF", "bg", "gap"},
     {"#000000", "mk", "mark"},     {"black", "mk", "mark"},        {"#000", "mk", "mark"},
     {"#333", "mk", "mark"},        {"white", "bg", "gap"},         {"#fff", "bg", "gap"},
     {"#ddd", "gridf", "gridl"},    {"#888", "oth", "axis"}}};
constexpr std::size_t kLongestOther = 5;  // letters of the other words

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return x == y || (x >= 'a' && x <= 'f' && x - 32 == y);
         });
}

const Role* role_of(std::string_view colour) {
  for (const Role& role : kRoles)
    if (same(colour, role.colour)) return &role;
  return nullptr;
}

const Role* role_of(const std::string& colour, const KeptColours& kept) {
  return kept.empty() || !kept.contains(colour) ? role_of(colour) : nullptr;
}

/// The colours of the data.
template <class Visit>
void visit_colours(const Group& group, Visit visit) {
  for (const Mark& mark : group.marks) {
    if (mark.layer == nullptr || mark.kind == Kind::text) continue;
    for (const Item& item : mark.items) {
      visit(item.look.fill);
      visit(item.look.stroke);
    }
  }
  for (const std::vector<Group>* inner : {&group.behind, &group.before})
    for (const Group& each : *inner) visit_colours(each, visit);
}

void add(std::string& classes, std::string_view name) {
  if (name.empty()) return;
  if (!classes.empty()) classes += ' ';
  classes += name;
}

/// Whether letters of a written colour can be read on a dark page.
bool stands_off_dark(const std::string& css) {
  constexpr Colour dark{0x1A, 0x1A, 0x1A};
  constexpr double ratio = 4.5;  // of WCAG 2, level AA
  const Rgb rgb = rgb_of(css);
  if (std::isnan(rgb.r)) return false;
  const Colour colour{static_cast<int>(rgb.r), static_cast<int>(rgb.g), static_cast<int>(rgb.b)};
  return contrast(colour, dark) >= ratio;
}

// Letters are dark unless said otherwise; grey ones are `s`. Written colours of others stay on
// boxes that stay (`own`), and on dark pages where they can be read there (`lit`).
void dress_text(const Item& item, const KeptColours& kept, bool on_box, Dress& dress) {
  if (item.align != "left") add(dress.classes, item.align == "center" ? "m" : "e");
  if (item.font.bold()) add(dress.classes, "b");
  const Role* role = role_of(item.look.fill, kept);
  dress.fill = on_box || role == nullptr;
  if (on_box)
    add(dress.classes, "own");
  else if (role == nullptr)
    add(dress.classes, dress.fill && stands_off_dark(item.look.fill) ? "lit" : "");
  else if (role->fill == "soft" || role->fill == "oth")
    add(dress.classes, "s");
  else if (role->fill != "mk")
    add(dress.classes, role->fill);
}

void dress_stroke(const Look& look, const KeptColours& kept, Dress& dress) {
  const Role* role = role_of(look.stroke, kept);
  if (role != nullptr) add(dress.classes, role->stroke);
  dress.stroke = role == nullptr;
  dress.stroke_width = look.stroke_width != 1;
  dress.dash = !look.dash.empty();
}

}  // namespace

KeptColours kept_colours(const Scene& scene) {
  bool others = false;
  visit_colours(scene.root, [&](const std::string& colour) {
    others = others || (!colour.empty() && colour.size() <= kLongestOther);
  });
  if (!others) return {};
  std::map<std::string_view, std::set<std::string>> by_class, lights;
  visit_colours(scene.root, [&](const std::string& colour) {
    const Role* role = role_of(colour);
    if (role == nullptr) return;
    by_class[role->fill].insert(colour);
    lights[role->fill].insert(css_of(rgb_of(colour)));
  });
  KeptColours kept;
  for (const auto& [name, colours] : by_class)
    if (lights[name].size() > 1)
      for (const std::string& colour : colours)
        if (colour.size() <= kLongestOther) kept.insert(colour);
  return kept;
}

bool has_role(const std::string& colour, const KeptColours& kept) {
  return role_of(colour, kept) != nullptr;
}

Dress dress_of(const Item& item, Kind kind, const KeptColours& kept, bool on_box) {
  Dress dress;
  const Look& look = item.look;
  dress.opacity = look.opacity != 1 || look.fill_opacity != 1 || look.stroke_opacity != 1;
  if (kind == Kind::text) {
    dress_text(item, kept, on_box, dress);
    return dress;
  }
  if (look.fill.empty() || look.fill == "transparent") {
    if (kind != Kind::rule) add(dress.classes, "no");
  } else if (const Role* role = role_of(look.fill, kept)) {
    add(dress.classes, role->fill);
  } else {
    dress.fill = true;
  }
  if (!look.stroke.empty() && look.stroke != "transparent") dress_stroke(look, kept, dress);
  return dress;
}

}  // namespace yokoten::chart
