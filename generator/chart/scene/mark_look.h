#pragma once

#include "chart/scene/mark_channel.h"

namespace yokoten::chart {

/// What the items of a mark look like: the mark's style over Vega-Lite's defaults, with colour,
/// opacity and, for lines and rules, width by their channels.
class LookMaker {
 public:
  explicit LookMaker(const MarkContext& context);
  /// Into a look that is new.
  void put(Row row, Look& look) const;

  /// The outline of a whole stack of bars, of which no more than `seen` of a row is known.
  Look of_stack(Row row, const Json& seen) const;

 private:
  Look base_;
  ColourChannel colour_;
  NumberChannel opacity_;
  NumberChannel width_;
  bool colour_fills_ = false, colour_strokes_ = false, sized_ = false;
};

/// Font, place and limit of a text mark, by its style over Vega-Lite's defaults.
Item text_form(const MarkContext& context);

}  // namespace yokoten::chart
