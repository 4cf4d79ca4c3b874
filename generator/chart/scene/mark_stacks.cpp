#include "chart/scene/mark_stacks.h"

#include <algorithm>
#include <map>

#include "chart/scene/mark_items.h"
#include "chart/scene/mark_look.h"

namespace yokoten::chart {
namespace {

struct Column {
  Stacked box;
  bool started = false;  ///< whether `box` holds anything yet
  std::vector<Item> bars;
};

Direction stacked_along(const MarkContext& context) {
  return context.stacked(Direction::across) ? Direction::across : Direction::down;
}

void take_in(Column& column, Along x, double y, double width) {
  Stacked& box = column.box;
  if (!column.started || x.at(width) < box.x.at(width)) box.x = x;
  if (!column.started || x.at(width) > box.x2.at(width)) box.x2 = x;
  box.y = column.started ? std::min(box.y, y) : y;
  box.y2 = column.started ? std::max(box.y2, y) : y;
  column.started = true;
}

/// A stack reaches from the least to the greatest end of its parts; the other way it is a bar.
void widen(const MarkContext& context, Column& column, Row row, const Item& bar) {
  const Direction along = stacked_along(context);
  const double width = context.size.width;
  for (const std::vector<double>* ends : {&context.column(along), &context.second_column(along)}) {
    const Along at = context.along(along, context.scale(along).share((*ends)[row]));
    if (!has_number(at)) continue;
    const bool across = along == Direction::across;
    take_in(column, across ? at : bar.x, across ? bar.y : at.px, width);
    take_in(column, across ? at : bar.x2, across ? bar.y2 : at.px, width);
  }
}

/// The value that rows of one stack share; one stack for all where there is no such channel.
const std::vector<double>* stacked_by(const MarkContext& context) {
  const Direction measure = stacked_along(context);
  const Direction other = measure == Direction::across ? Direction::down : Direction::across;
  const PositionSpec& channel = context.position(other);
  if (channel.from != From::field) return nullptr;
  if (channel.field.written == context.position(measure).field.written) return nullptr;
  return &context.column(other);
}

bool depends_on_row(const LookSpec& channel) {
  return channel.from == From::field || !channel.conditions.empty();
}

/// What conditions see of a stack: only the value by which it was stacked.
Json seen_by_stack(const MarkContext& context, Row row) {
  const bool level = stacked_along(context) == Direction::across;
  const PositionSpec& channel = context.position(level ? Direction::down : Direction::across);
  Json seen = Json::object();
  const EncodingSpec& encoding = context.encoding();
  const bool looked_at = depends_on_row(encoding.size) || depends_on_row(encoding.color);
  if (!looked_at || stacked_by(context) == nullptr) return seen;
  Json* inner = &seen;
  for (const std::string& step : channel.field.steps) inner = &(*inner)[step];
  *inner = value_at(context.row(row), channel.field);
  return seen;
}

/// Radii as far as the stack's own size lets them, where the bar touches that corner.
std::vector<double> corners_in(const Item& bar, const Stacked& box, double width,
                               const std::vector<double>& corners) {
  const double most =
      std::max(0.0, std::min(box.x2.at(width) - box.x.at(width), box.y2 - box.y) / 2);
  const bool left = bar.x.at(width) <= box.x.at(width), top = bar.y <= box.y;
  const bool right = bar.x2.at(width) >= box.x2.at(width), bottom = bar.y2 >= box.y2;
  const auto radius = [&](std::size_t corner, bool touches) {
    return touches ? std::clamp(corners[corner], 0.0, most) : 0;
  };
  return {radius(0, top && left), radius(1, top && right), radius(2, bottom && right),
          radius(3, bottom && left)};
}

}  // namespace

bool rounds_stacks(const MarkContext& context) {
  return context.type == MarkType::bar && context.layer.stacked &&
         context.encoding().size.from != From::field;
}

Mark round_stacks(const MarkContext& context, const Span& across, const Span& down,
                  const std::vector<double>& corners) {
  const std::vector<double>* by = stacked_by(context);
  std::map<double, std::size_t> places;
  std::vector<Column> stacks;
  const bool level = stacked_along(context) == Direction::across;
  const LookMaker looks(context);
  Mark rows = mark_of_rows(context, Kind::rect, [&](Row row, Item& item) {
    const Json seen = seen_by_stack(context, row);
    const Span::Ends x = level ? across.of(row) : across.of(row, seen);
    const Span::Ends y = level ? down.of(row, seen) : down.of(row);
    item.x = x.from;
    item.x2 = x.to;
    item.y = y.from.px;
    item.y2 = y.to.px;
    const auto [place, added] = places.try_emplace(by ? (*by)[row] : 0, stacks.size());
    if (added) stacks.emplace_back().box.outline = looks.of_stack(row, seen);
    Column& stack = stacks[place->second];
    widen(context, stack, row, item);
    stack.bars.push_back(std::move(item));
  });
  rows.items.clear();
  for (Column& stack : stacks) {
    Stacked whole = stack.box;
    whole.corners = {corners[0], corners[1], corners[2], corners[3]};
    for (Item& bar : stack.bars) {
      bar.stack = {whole};
      bar.corners = corners_in(bar, stack.box, context.size.width, corners);
      rows.items.push_back(std::move(bar));
    }
    rows.items.back().stack.front().last = true;
  }
  return rows;
}

}  // namespace yokoten::chart
