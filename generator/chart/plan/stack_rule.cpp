#include "chart/plan/unit.h"

// Which marks Vega-Lite stacks, along which axis and by which fields.

namespace yokoten::chart {

namespace {

bool quantitative(const ChannelSpec& channel) {
  return has_field(channel) && type_of(channel) == FieldType::quantitative;
}

bool asks_for_stack(const PositionSpec& position) {
  return position.stack != Stack::by_default && position.stack != Stack::none;
}

bool bar_or_area(const Unit& unit) {
  return unit.mark == MarkType::bar || unit.mark == MarkType::area;
}

Measure of_two_quantities(const Unit& unit, const PositionSpec& x, const PositionSpec& y) {
  if (asks_for_stack(x)) return Measure::x;
  if (asks_for_stack(y)) return Measure::y;
  if (!bar_or_area(unit) || unit.orient == Orient::none) return Measure::none;
  return unit.orient == Orient::vertical ? Measure::y : Measure::x;
}

Measure measure_of(const Unit& unit) {
  const PositionSpec& x = unit.layer->encoding.x;
  const PositionSpec& y = unit.layer->encoding.y;
  const bool both = has_field(x) && has_field(y);
  if (both && quantitative(x) && quantitative(y)) return of_two_quantities(unit, x, y);
  if (quantitative(x)) {
    const bool against = !both && bar_or_area(unit) && unit.orient == Orient::vertical;
    return against ? Measure::none : Measure::x;
  }
  if (quantitative(y)) {
    const bool against = !both && bar_or_area(unit) && unit.orient == Orient::horizontal;
    return against ? Measure::none : Measure::y;
  }
  return Measure::none;
}

/// Fields that part a stack, in Vega-Lite's order of channels; the dimension's own is none.
std::vector<const Field*> parts_of(const Unit& unit, const Field* dimension) {
  std::vector<const Field*> fields;
  const auto add = [&](const Field& field) {
    if (dimension == nullptr || field.steps != dimension->steps) fields.push_back(&field);
  };
  const auto add_channel = [&](const ChannelSpec& channel) {
    if (has_field(channel)) add(channel.field);
  };
  const EncodingSpec& encoding = unit.layer->encoding;
  add_channel(encoding.color);
  add_channel(encoding.opacity);
  if (unit.mark != MarkType::area) add_channel(encoding.size);
  add_channel(encoding.order);
  if (unit.mark == MarkType::text) add_channel(encoding.text);
  for (const Field& field : encoding.detail) add(field);
  add_channel(encoding.href);
  add_channel(encoding.description);
  return fields;
}

}  // namespace

StackRule stack_of(const Unit& unit) {
  StackRule rule;
  if (unit.mark == MarkType::rect || unit.mark == MarkType::geoshape) return rule;
  const Measure along = measure_of(unit);
  if (along == Measure::none) return rule;
  const EncodingSpec& encoding = unit.layer->encoding;
  const PositionSpec& measured = along == Measure::x ? encoding.x : encoding.y;
  const PositionSpec& other = along == Measure::x ? encoding.y : encoding.x;
  rule.offset = measured.stack;
  if (rule.offset == Stack::by_default) rule.offset = bar_or_area(unit) ? Stack::zero : Stack::none;
  if (rule.offset == Stack::none) return rule;
  const PositionSpec* second = unit.second(along == Measure::x ? Channel::x : Channel::y);
  if (second != nullptr && reads_data(*second)) return rule;
  rule.along = along;
  if (has_field(other) && other.field.steps != measured.field.steps) rule.dimension = &other.field;
  rule.by = parts_of(unit, rule.dimension);
  rule.fills_gaps = unit.path() && rule.dimension != nullptr;
  return rule;
}

}  // namespace yokoten::chart
