#include "chart/svg/classes.h"

#include <algorithm>
#include <array>

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

// Letters are dark unless said otherwise; grey ones are `s`.
void dress_text(const Item& item, Dress& dress) {
  if (item.align != "left") add(dress.classes, item.align == "center" ? "m" : "e");
  if (item.font.bold()) add(dress.classes, "b");
  const Role* role = role_of(item.look.fill);
  if (role == nullptr)
    dress.fill = item.look.fill != "black";
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

Dress dress_of(const Item& item, Kind kind) {
  Dress dress;
  const Look& look = item.look;
  dress.opacity = look.opacity != 1 || look.fill_opacity != 1 || look.stroke_opacity != 1;
  if (kind == Kind::text) {
    dress_text(item, dress);
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
