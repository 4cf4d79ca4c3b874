#include "chart/plan/unit.h"

namespace yokoten::chart {

namespace {

bool measures(const ChannelSpec& channel) {
  if (has_field(channel)) return type_of(channel) == FieldType::quantitative;
  return channel.from == From::datum && channel.datum != nullptr && channel.datum->is_number();
}

bool temporal(const ChannelSpec& channel) {
  return has_field(channel) && type_of(channel) == FieldType::temporal;
}

Orient written(const Text& orient) {
  if (!orient) return Orient::none;
  return *orient == "horizontal" ? Orient::horizontal : Orient::vertical;
}

Orient turned(bool wanted, MarkType mark) {
  return wanted != (mark == MarkType::tick) ? Orient::horizontal : Orient::vertical;
}

/// By what x and y measure: the rule of lines and ticks, and of all marks without ranges.
Orient by_measure(const Unit& unit, const Text& specified) {
  const PositionSpec& x = unit.layer->encoding.x;
  const PositionSpec& y = unit.layer->encoding.y;
  if (specified) return written(specified);
  const bool along_x = measures(x);
  const bool along_y = measures(y);
  if (along_x && along_y) return Orient::vertical;
  if (along_x || along_y) return turned(along_x, unit.mark);
  if (temporal(x) != temporal(y)) return temporal(x) ? Orient::vertical : Orient::horizontal;
  return Orient::none;
}

}  // namespace

Orient orient_of(const Unit& unit, const Text& specified) {
  const MarkType mark = unit.mark;
  if (mark == MarkType::point || mark == MarkType::rect) return Orient::none;
  if (mark == MarkType::geoshape) return Orient::vertical;
  const bool x2 = unit.second(Channel::x) != nullptr;
  const bool y2 = unit.second(Channel::y) != nullptr;
  if (mark == MarkType::bar && (x2 || y2)) {
    if (specified) return written(specified);
    if (!x2 || !y2) return y2 ? Orient::vertical : Orient::horizontal;
  }
  if ((mark == MarkType::bar || mark == MarkType::rule) && x2 && y2) return Orient::none;
  if (y2) return Orient::vertical;
  if (x2) return Orient::horizontal;
  if (mark == MarkType::rule) {
    const bool x = unit.layer->encoding.x.from != From::nothing;
    const bool y = unit.layer->encoding.y.from != From::nothing;
    if (x != y) return x ? Orient::vertical : Orient::horizontal;
  }
  return by_measure(unit, specified);
}

}  // namespace yokoten::chart
