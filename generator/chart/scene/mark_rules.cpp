#include "chart/scene/mark_items.h"
#include "chart/scene/mark_makers.h"
#include "chart/scene/mark_place.h"

namespace yokoten::chart {
namespace {

struct Ends {
  ChannelPlace from, to;
};

/// A rule runs from edge to edge along its direction, or between the two places that are written;
/// the other way it stands at one.
Ends ends_of(const MarkContext& context, Direction along, bool runs) {
  const Otherwise otherwise =
      runs && context.orient() != MarkOrient::none ? Otherwise::zero_or_max : Otherwise::middle;
  const ChannelPlace from = place_of(context, along, otherwise);
  if (!runs) return {from, from};
  if (std::optional<ChannelPlace> to = second_place_of(context, along)) return {from, *to};
  return {from, ChannelPlace::at(default_place(context, along, Otherwise::zero_or_min))};
}

Along end_at(Along start, Along end) { return has_number(end) ? end : start; }

}  // namespace

Mark rules(const MarkContext& context) {
  // Without a place Vega-Lite shows nothing.
  if (context.encoding().x.from == From::nothing && context.encoding().y.from == From::nothing)
    return {.kind = Kind::rule};
  const MarkOrient orient = context.orient();
  const Ends x = ends_of(context, Direction::across, orient != MarkOrient::vertical);
  const Ends y = ends_of(context, Direction::down, orient != MarkOrient::horizontal);
  return mark_of_rows(context, Kind::rule, [&](Row row, Item& item) {
    item.x = drawn(x.from.of(row));
    item.x2 = end_at(item.x, x.to.of(row));
    item.y = drawn(y.from.of(row)).px;
    item.y2 = end_at({0, item.y}, y.to.of(row)).px;
  });
}

}  // namespace yokoten::chart
