#include "chart/svg/one_text.h"

#include "chart/scene/bounds.h"

namespace yokoten::chart {
namespace {

constexpr double kMostSpace = 8;  // px between two words of one line

bool is_plain_word(const Mark& mark) {
  if (mark.kind != Kind::text || mark.role != "mark" || mark.items.size() != 1) return false;
  const Item& item = mark.items.front();
  return !item.hidden && !item.text.empty() && item.href.empty() && item.more_lines.empty() &&
         item.limit == 0 && item.angle == 0 && item.font.style.empty() && item.align != "center";
}

bool are_on_one_line(const Item& first, const Item& second) {
  return first.x.share == second.x.share && first.x.px == second.x.px && first.y == second.y &&
         first.dy == second.dy && first.baseline == second.baseline && first.align == second.align;
}

// The first one's look goes over to the second, which can be bold beside it.
bool can_pass_look_on(const Item& first, const Item& second) {
  return first.look == second.look && first.font.size == second.font.size && !first.font.bold() &&
         (second.font.bold() || first.font.weight == second.font.weight);
}

double space_between(const Item& first, const Item& second) {
  const Item& between = first.align == "right" ? second : first;
  return second.dx - first.dx - text_width(between.font, between.text);
}

}  // namespace

bool are_one_text(const Mark& mark, const Mark& next) {
  if (!is_plain_word(mark) || !is_plain_word(next) || mark.silent != next.silent) return false;
  const Item &first = mark.items.front(), &second = next.items.front();
  if (!are_on_one_line(first, second) || !can_pass_look_on(first, second)) return false;
  const double space = space_between(first, second);
  return space > 0 && space < kMostSpace;
}

}  // namespace yokoten::chart
