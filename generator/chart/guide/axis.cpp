#include <cmath>

#include "chart/guide/axis_labels.h"
#include "chart/guide/axis_style.h"
#include "chart/guide/axis_ticks.h"
#include "chart/guide/guides.h"
#include "chart/scale/js_math.h"

namespace yokoten::chart {
namespace {

/// Towards the outside of the plot, along the axis' other direction.
double outwards(Side side) { return side == Side::left || side == Side::top ? -1 : 1; }

/// Where a tick stands on the axis, in px; without a place at its very start, as in Vega.
double tick_place(const TickStyle& style, const AxisTick& tick, const AxisRuler& ruler) {
  double place = tick.start;
  if (tick.extra && style.band == 0) return 0;
  if (!tick.extra && style.band != 0)
    place += style.band == 1 ? ruler.bandwidth() : ruler.bandwidth() * style.band;
  place += style.offset;
  if (std::isnan(place)) return 0;
  return style.round ? js_round(place) : place;
}

struct TickSet {
  const AxisStyle& style;
  const AxisRuler& ruler;
  const std::vector<AxisTick>& ticks;
  double first_value = kMissing;

  Along along(const AxisTick& tick) const {
    const double px = tick_place(style.tick, tick, ruler);
    if (tick.extra) return ruler.along(px, first_value, 0);
    return ruler.along(px, tick.value, style.tick.band);
  }
};

/// A line at a tick from `from` to `to` across the axis' direction.
Item line_at(const TickSet& set, const AxisTick& tick, const Look& look, Along from, Along to) {
  Item item;
  item.look = look;
  if (set.style.horizontal) {
    item.x = item.x2 = set.along(tick);
    item.y = from.px;
    item.y2 = to.px;
  } else {
    item.x = from;
    item.x2 = to;
    item.y = item.y2 = tick_place(set.style.tick, tick, set.ruler);
  }
  return item;
}

Mark lines_at(const TickSet& set, const char* role, const Look& look, Along from, Along to) {
  Mark mark;
  mark.kind = Kind::rule;
  mark.role = role;
  mark.items.reserve(set.ticks.size());
  for (const AxisTick& tick : set.ticks) mark.items.push_back(line_at(set, tick, look, from, to));
  return mark;
}

/// Where the range of the scale across begins and ends, as shares of the plot's other side.
struct Ends {
  double begin = 0, end = 1;
};

Ends ends_of(const Scale& scale) {
  if (scale.type == ScaleType::none) return {};
  if (scale.discrete()) return scale.reversed ? Ends{1, 0} : Ends{0, 1};
  return {scale.from, scale.to};
}

Mark grid_lines(const TickSet& set, const Scale& other, double size) {
  const Ends ends = ends_of(other);
  const double sign = -outwards(set.style.side), offset = sign * set.style.grid_offset;
  const auto at = [&](double share) {
    return set.style.horizontal ? Along{0, share * size * sign + offset}
                                : Along{share * sign, offset};
  };
  return lines_at(set, "axis-grid", set.style.grid_look, at(ends.begin), at(ends.end));
}

Mark domain_line(const AxisStyle& style, const Scale& scale, const AxisRuler& ruler) {
  Item item;
  item.look = style.domain_look;
  const Ends ends = ends_of(scale);
  if (style.horizontal) {
    item.x = {ends.begin, 0};
    item.x2 = {ends.end, 0};
  } else {
    item.y = ruler.low();
    item.y2 = ruler.high();
  }
  Mark mark;
  mark.kind = Kind::rule;
  mark.role = "axis-domain";
  mark.items.push_back(std::move(item));
  return mark;
}

double anchor_share(const std::string& anchor) {
  if (anchor == "start") return 0;
  return anchor == "end" ? 1 : 0.5;
}

const char* anchor_align(const std::string& anchor) {
  if (anchor == "start") return "left";
  return anchor == "end" ? "right" : "center";
}

void anchor_title(Item& item, const AxisStyle& style, const Scale& scale, const AxisRuler& ruler) {
  const AxisTitleStyle& title = style.heading;
  const double at = anchor_share(title.anchor);
  const Ends ends = ends_of(scale);
  if (style.horizontal)
    item.x = {ends.begin + at * (ends.end - ends.begin), 0};
  else
    item.y = ruler.low() + at * (ruler.high() - ruler.low());
  if (title.x) item.x = {0, *title.x};
  if (title.y) item.y = *title.y;
  item.align = title.align.empty() ? anchor_align(title.anchor) : title.align;
  item.angle = title.angle.value_or(style.horizontal ? 0 : 90 * outwards(style.side));
  item.baseline = style.side == Side::bottom ? "top" : "bottom";
  if (!title.baseline.empty()) item.baseline = title.baseline;
}

Mark title_mark(const AxisStyle& style, const std::string& text, const Scale& scale,
                const AxisRuler& ruler) {
  Item item;
  item.look = style.heading.look;
  item.font = style.heading.font;
  item.limit = style.heading.limit;
  item.text = text;
  anchor_title(item, style, scale, ruler);
  Mark mark;
  mark.kind = Kind::text;
  mark.role = "axis-title";
  mark.items.push_back(std::move(item));
  return mark;
}

/// A title follows the labels unless its place across the axis is written.
bool title_follows(const AxisStyle& style) {
  const bool x = style.heading.x.has_value(), y = style.heading.y.has_value();
  return style.horizontal ? !y : !x;
}

Group main_group(const TickSet& set, const Scale& scale, const std::string& title) {
  const AxisStyle& style = set.style;
  Group group;
  group.role = "axis";
  group.side = style.side;
  const Along zero, end{0, outwards(style.side) * style.tick.size};
  if (style.ticks) group.marks.push_back(lines_at(set, "axis-tick", style.tick_look, zero, end));
  if (style.labels) group.marks.push_back(axis_labels(style, scale, set.ruler, set.ticks));
  if (style.domain) group.marks.push_back(domain_line(style, scale, set.ruler));
  if (style.title && !title.empty())
    group.marks.push_back(title_mark(style, title, scale, set.ruler));
  return group;
}

}  // namespace

AxisGroups axis_groups(const Plan& plan, bool horizontal, double width, double height) {
  const AxisPlan& axis = horizontal ? plan.x_axis : plan.y_axis;
  const Scale& scale = horizontal ? plan.x : plan.y;
  AxisGroups groups;
  if (!axis.shown || scale.type == ScaleType::none) return groups;
  const AxisStyle style = axis_style(plan, horizontal, horizontal ? width : height);
  const AxisRuler ruler(scale, horizontal ? width : height);
  const std::vector<AxisTick> ticks = axis_ticks(style, scale, ruler);
  const TickSet set{style, ruler, ticks, ticks.empty() ? kMissing : ticks.front().value};
  groups.has_main = true;
  groups.in_front = style.in_front;
  groups.main = main_group(set, scale, axis.title);
  groups.main_placement = {std::abs(ruler.high() - ruler.low()),
                           style.offset,
                           style.min_extent,
                           style.max_extent,
                           style.heading.padding,
                           title_follows(style)};
  if (!style.grid) return groups;
  groups.has_grid = true;
  groups.grid.role = "axis";
  groups.grid.side = style.side;
  groups.grid.marks.push_back(
      grid_lines(set, horizontal ? plan.y : plan.x, horizontal ? height : width));
  groups.grid_placement = {groups.main_placement.length, style.offset, 0, 0};
  return groups;
}

}  // namespace yokoten::chart
