#include "chart/svg/classes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/colour.h"
#include "chart/scale/scale.h"
#include "chart/scale/schemes.h"

namespace yokoten::chart {
namespace {

struct Role {
  std::string_view colour, fill, stroke;
};

// Colours of the house's palette (house/palette.h) and the classes that templates/styles give them.
constexpr std::array<Role, 13> kRoles = {{{"#0017C1", "k5", "s5"},
                                          {"#3460FB", "k4", "s4"},
                                          {"#7096F8", "k3", "s3"},
                                          {"#C5D7FB", "k2", "s2"},
                                          {"#E8F1FE", "k1", "s1"},
                                          {"#949494", "oth", "axis"},
                                          {"#CCCCCC", "gridf", "gridl"},
                                          {"#E6E6E6", "track", "strack"},
                                          {"#F2F2F2", "late", "slate"},
                                          {"#1A1A1A", "mk", "mark"},
                                          {"#595959", "soft", "ssoft"},
                                          {"#FFFFFF", "bg", "gap"},
                                          {"#000000", "mk", "mark"}}};

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
void dress_text(const Item& item, bool on_box, Dress& dress) {
  if (item.align != "left") add(dress.classes, item.align == "center" ? "m" : "e");
  if (item.font.bold()) add(dress.classes, "b");
  const Role* role = role_of(item.look.fill);
  dress.fill = on_box || (role == nullptr && item.look.fill != "black");
  if (on_box)
    add(dress.classes, "own");
  else if (role == nullptr)
    add(dress.classes, dress.fill && stands_off_dark(item.look.fill) ? "lit" : "");
  else if (role->fill == "soft" || role->fill == "oth")
    add(dress.classes, "s");
  else if (role->fill != "mk")
    add(dress.classes, role->fill);
}

void dress_stroke(const Look& look, Dress& dress) {
  const Role* role = role_of(look.stroke);
  if (role != nullptr) add(dress.classes, role->stroke);
  dress.stroke = role == nullptr;
  dress.stroke_width = look.stroke_width != 1;
  dress.dash = !look.dash.empty();
}

}  // namespace

bool has_role(const std::string& colour) { return role_of(colour) != nullptr; }

Dress dress_of(const Item& item, Kind kind, bool on_box) {
  Dress dress;
  const Look& look = item.look;
  dress.opacity = look.opacity != 1 || look.fill_opacity != 1 || look.stroke_opacity != 1;
  if (kind == Kind::text) {
    dress_text(item, on_box, dress);
    return dress;
  }
  if (look.fill.empty() || look.fill == "transparent") {
    if (kind != Kind::rule) add(dress.classes, "no");
  } else if (const Role* role = role_of(look.fill)) {
    add(dress.classes, role->fill);
  } else {
    dress.fill = true;
  }
  if (!look.stroke.empty() && look.stroke != "transparent") dress_stroke(look, dress);
  return dress;
}

}  // namespace yokoten::chart
