#include <algorithm>
#include <array>

#include "chart/scene/mark_items.h"
#include "chart/scene/mark_makers.h"
#include "chart/scene/mark_span.h"
#include "chart/scene/mark_stacks.h"

namespace yokoten::chart {
namespace {

void set_rect(Item& item, const Span::Ends& across, const Span::Ends& down) {
  item.x = across.from;
  item.x2 = across.to;
  item.y = down.from.px;
  item.y2 = down.to.px;
}

/// `cornerRadiusEnd` rounds the end away from the baseline, of ranged bars all corners.
std::vector<double> corners_of(const MarkContext& context) {
  const double all = context.style.first(&MarkStyle::corner_radius).value_or(0);
  const Number& end = context.style.first(&MarkStyle::corner_radius_end);
  const MarkOrient orient = context.orient();
  if (context.type != MarkType::bar || !end || orient == MarkOrient::none)
    return {all, all, all, all};
  const bool vertical = orient == MarkOrient::vertical;
  const Direction measure = vertical ? Direction::down : Direction::across;
  if (context.second(measure).from != From::nothing) return {*end, *end, *end, *end};
  return {vertical ? *end : all, *end, vertical ? all : *end, all};
}

void set_corners(Item& item, const std::vector<double>& corners) {
  if (std::all_of(corners.begin(), corners.end(), [&](double r) { return r == corners[0]; })) {
    item.corner_radius = corners[0];
  } else {
    item.corners = corners;
  }
}

}  // namespace

Mark bars(const MarkContext& context) {
  const Span across = span_of(context, Direction::across);
  const Span down = span_of(context, Direction::down);
  const std::vector<double> corners = corners_of(context);
  const bool round = std::any_of(corners.begin(), corners.end(), [](double r) { return r != 0; });
  if (round && rounds_stacks(context)) return round_stacks(context, across, down, corners);
  return mark_of_rows(context, Kind::rect, [&](Row row, Item& item) {
    set_rect(item, across.of(row), down.of(row));
    if (round) set_corners(item, corners);
  });
}

Mark ticks(const MarkContext& context) {
  const double thickness = context.style.of_type(&MarkStyle::thickness).value_or(1);
  const bool level = context.orient() == MarkOrient::horizontal;
  const Span across = level ? span_of(context, Direction::across)
                            : thin_span_of(context, Direction::across, thickness);
  const Span down =
      level ? thin_span_of(context, Direction::down, thickness) : span_of(context, Direction::down);
  const double radius = context.style.first(&MarkStyle::corner_radius).value_or(0);
  return mark_of_rows(context, Kind::rect, [&](Row row, Item& item) {
    set_rect(item, across.of(row), down.of(row));
    item.corner_radius = radius;
  });
}

}  // namespace yokoten::chart
