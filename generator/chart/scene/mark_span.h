#pragma once

#include "chart/scene/mark_band.h"
#include "chart/scene/mark_channel.h"
#include "chart/scene/mark_place.h"

namespace yokoten::chart {

/// Where a rectangle begins and ends along one direction, as Vega-Lite's rectPosition decides: a
/// band, a range, or a place with a size around it.
class Span {
 public:
  struct Ends {
    Along from, to;  ///< in order
  };
  Ends of(Row row) const;

  /// The same where the conditions of `size` see another row: that of a whole stack.
  Ends of(Row row, const Json& seen) const;

 private:
  friend Span span_of(const MarkContext& context, Direction along);
  friend Span thin_span_of(const MarkContext& context, Direction along, double thickness);
  enum class Hold { both, start, middle, end };

  explicit Span(const MarkContext& context) : context_(context) {}
  static Hold hold_at(Aligned align);
  Span& around(ChannelPlace place, Hold hold);
  void range(Direction along);
  void band(Direction along);
  Along size_of(Row row, const Json& seen) const;

  const MarkContext& context_;
  Direction along_ = Direction::across;
  Hold hold_ = Hold::both;
  ChannelPlace place_, second_;
  Along size_;
  std::optional<NumberChannel> sizes_;
};

/// Of a bar, a rect, or a tick's longer side.
Span span_of(const MarkContext& context, Direction along);

/// Of a tick's thickness in px.
Span thin_span_of(const MarkContext& context, Direction along, double thickness);

}  // namespace yokoten::chart
