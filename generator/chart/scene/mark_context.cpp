#include "chart/scene/mark_context.h"

namespace yokoten::chart {

bool MarkContext::scaled(Direction along) const {
  const PositionSpec& channel = position(along);
  return (channel.from == From::field || channel.from == From::datum) && !channel.scale_null;
}

bool MarkContext::stacked(Direction along) const {
  const From other = second(along).from;
  if (!layer.stacked || other == From::field || other == From::datum) return false;
  return !second_column(along).empty();
}

MarkOrient MarkContext::orient() const {
  if (layer.measure == Measure::none || type == MarkType::rect) return MarkOrient::none;
  const bool vertical = (layer.measure == Measure::y) != (type == MarkType::tick);
  return vertical ? MarkOrient::vertical : MarkOrient::horizontal;
}

bool MarkContext::filled() const {
  const bool outlined = type == MarkType::point || type == MarkType::line || type == MarkType::rule;
  return style.first(&MarkStyle::filled).value_or(!outlined);
}

bool MarkContext::shows_invalid() const {
  const auto& invalid = style.first(&MarkStyle::invalid);
  return invalid && (*invalid == "null" || *invalid == "show");
}

const Json& MarkContext::row(Row row) const {
  static const Json kNoRow = Json::object();
  if (layer.data == nullptr || !layer.data->is_array() || row >= layer.data->size()) return kNoRow;
  return (*layer.data)[row];
}

Along MarkContext::along(Direction direction, double share, double px) const {
  if (direction == Direction::across) return {share, px};
  return {0, share * size.height + px};
}

bool takes_size(MarkType type) {
  return type != MarkType::area && type != MarkType::rect && type != MarkType::geoshape;
}

bool takes_second(MarkType type) {
  return type == MarkType::area || type == MarkType::bar || type == MarkType::rect ||
         type == MarkType::rule;
}

}  // namespace yokoten::chart
