#include "chart/guide/legend.h"

#include <cmath>

#include "chart/guide/legend_sources.h"
#include "chart/guide/title.h"

namespace yokoten::chart {
namespace {

double rounded(double value) { return std::floor(value + 0.5); }

/// A legend's entries and its title while they are moved against each other.
struct Inside {
  const LegendCase& legend;
  double padding = 0, title_padding = 5;
  Group entries;
  Bounds content;  ///< of the entries, from their origin
  Bounds bar;      ///< of the ramp alone
  std::optional<Item> title;
  Bounds title_start;  ///< before it is moved: a turned text must not be turned anew
  std::string side;    ///< of the title
  Anchor anchor = Anchor::start;

  bool on_side() const { return side == "left" || side == "right"; }
  Bounds entry_bounds() const { return content.moved(entries.x.px, entries.y); }
  Bounds title_bounds() const {
    return title_start.moved(title->x.px - padding, title->y - padding);
  }
};

/// How far the title is moved along an edge of the entries.
double title_offset(const Inside& in, Anchor anchor, bool down, bool from_side, bool with_labels) {
  const bool ramp = in.legend.kind != LegendKind::symbol;
  const bool upright = ramp && in.legend.vertical;
  const bool only_bar = ramp && (from_side || !upright) && !with_labels;
  const Bounds bounds = only_bar ? in.bar : in.entry_bounds();
  const double far = (down ? bounds.y2 : bounds.x2) - in.padding;
  if (anchor == Anchor::start) return rounded(upright && from_side ? far : 0);
  if (anchor == Anchor::end) return rounded(upright && from_side ? 0 : far);
  return rounded(0.5 * far);
}

void move_entries(Inside& in) {
  double x = in.padding;
  double y = in.padding;
  if (in.title) {
    const Bounds title = in.title_bounds();
    if (in.side == "left")
      x += std::ceil(title.x2 - title.x1) + in.title_padding;
    else if (in.side != "right" && in.side != "bottom")
      y += title.y2 - title.y1 + in.title_padding;
  }
  in.entries.x = {0, x};
  in.entries.y = y;
}

void move_title(Inside& in) {
  double x = 0;
  double y = 0;
  if (in.side == "left") {
    y = title_offset(in, in.anchor, true, true, false);
  } else if (in.side == "right") {
    x = title_offset(in, Anchor::end, false, false, false) + in.title_padding;
    y = title_offset(in, in.anchor, true, true, false);
  } else if (in.side == "bottom") {
    x = title_offset(in, in.anchor, false, false, false);
    y = title_offset(in, Anchor::end, true, false, true) + in.title_padding;
  } else {
    x = title_offset(in, in.anchor, false, false, false);
  }
  in.title->x = {0, in.padding + x};
  in.title->y = in.padding + y;
  const double out = rounded(in.title_bounds().x1 - in.padding);
  if (out >= 0) return;
  in.title->x.px -= out;
  in.entries.x.px -= out;
  // Moved against no entries, so as far as numbers go and back, Vega's title loses its width.
  if (in.content.empty()) in.title_start.x1 = in.title_start.x2 = in.padding;
}

void fill_entries(Inside& in) {
  in.entries.role = "legend-entry";
  if (in.legend.kind == LegendKind::symbol) {
    in.entries.before = symbol_groups(in.legend);
    for (const Group& pair : in.entries.before) {
      for (const Mark& mark : pair.marks)
        in.content.add(bounds_of(mark, 0).moved(pair.x.px, pair.y));
    }
    return;
  }
  in.entries.marks = ramp_marks(in.legend);
  in.bar = bounds_of(in.entries.marks.front(), 0);
  for (const Mark& mark : in.entries.marks) in.content.add(bounds_of(mark, 0));
}

std::string align_of(const Inside& in) {
  const bool upright = in.legend.kind != LegendKind::symbol && in.legend.vertical;
  const auto by = [&](const char* start, const char* end) {
    return in.anchor == Anchor::start ? start : in.anchor == Anchor::end ? end : "center";
  };
  if (upright && in.side == "right") return by("right", "left");
  if (in.on_side() && !(upright && in.side == "left")) return "left";
  return by("left", "right");
}

std::string baseline_of(const Inside& in) {
  if (!in.on_side()) return "top";
  const bool upright = in.legend.kind != LegendKind::symbol && in.legend.vertical;
  if (upright) return in.side == "right" ? "bottom" : "top";
  return in.anchor == Anchor::start ? "top" : in.anchor == Anchor::end ? "bottom" : "middle";
}

void take_title(Inside& in) {
  in.title = legend_title(in.legend);
  if (!in.title) return;
  const LegendSpec& spec = *in.legend.spec;
  const LegendSpec& config = *in.legend.config;
  in.side = first(spec.title_orient, config.title_orient, "top");
  in.anchor =
      anchor_of(first(spec.title_anchor, config.title_anchor, in.on_side() ? "middle" : "start"));
  in.title_padding = first(spec.title_padding, config.title_padding, 5);
  const bool upright = in.legend.kind != LegendKind::symbol && in.legend.vertical;
  if (upright && in.on_side()) in.title->angle = in.side == "left" ? -90 : 90;
  in.title->align = align_of(in);
  in.title->baseline = baseline_of(in);
  in.title->x = {0, in.padding};
  in.title->y = in.padding;
  in.title_start = text_bounds(*in.title, 0);
}

/// The legend's size around its origin, padding included.
void set_size(Group& group, const Inside& in) {
  Bounds all = in.entry_bounds();
  if (in.content.empty()) all = {};
  if (in.title) all.add(in.title_bounds());
  const double x = all.empty() ? in.padding : all.x2;
  const double y = all.empty() ? in.padding : all.y2;
  group.width = {0, std::ceil(x + in.padding)};
  group.height = std::ceil(y + in.padding);
}

}  // namespace

Item legend_label(const LegendCase& legend) {
  const LegendSpec& spec = *legend.spec;
  const LegendSpec& config = *legend.config;
  Item item;
  item.look.fill = text_paint(spec.label_color, config.label_color);
  item.font.family = first(spec.label_font, config.label_font, "");
  item.font.size = first(spec.label_font_size, config.label_font_size, 10);
  item.font.weight = first(spec.label_font_weight, config.label_font_weight, "");
  return item;
}

std::optional<Item> legend_title(const LegendCase& legend) {
  if (legend.legend->title.empty()) return std::nullopt;
  const LegendSpec& spec = *legend.spec;
  const LegendSpec& config = *legend.config;
  Item item;
  item.text = legend.legend->title;
  item.look.fill = text_paint(spec.title_color, config.title_color);
  item.font.family = first(spec.title_font, config.title_font, "");
  item.font.size = first(spec.title_font_size, config.title_font_size, 11);
  item.font.weight = first(spec.title_font_weight, config.title_font_weight, "bold");
  item.limit = first(spec.title_limit, config.title_limit, 180);
  return item;
}

Group legend_group(const LegendCase& legend) {
  Inside in{.legend = legend};
  in.padding = first(legend.spec->padding, legend.config->padding, 0);
  take_title(in);
  fill_entries(in);
  move_entries(in);
  if (in.title) move_title(in);
  Group group;
  group.role = "legend";
  set_size(group, in);
  group.behind.push_back(std::move(in.entries));
  if (in.title) {
    Mark mark;
    mark.kind = Kind::text;
    mark.role = "legend-title";
    mark.items.push_back(std::move(*in.title));
    group.marks.push_back(std::move(mark));
  }
  return group;
}

std::vector<Group> legend_groups(const Plan& plan, double width, double height) {
  std::vector<Group> groups;
  for (const LegendPlan& legend : plan.legends)
    groups.push_back(legend_group(legend_case(plan, legend, width, height)));
  return groups;
}

}  // namespace yokoten::chart
