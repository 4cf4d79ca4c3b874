#pragma once

#include "chart/scene/mark_context.h"

namespace yokoten::chart {

/// Where a channel puts the rows of a layer: all at one place, or each by its value.
class ChannelPlace {
 public:
  static ChannelPlace at(Along place);
  Along of(Row row) const;  ///< NaN px where the value has no place

 private:
  friend class PlaceMaker;
  enum class Kind { fixed, pixels, scaled, between, unstacked };
  Along of_value(double value) const;

  Kind kind_ = Kind::fixed;
  Along fixed_;
  const MarkContext* context_ = nullptr;
  Direction along_ = Direction::across;
  const std::vector<double>* column_ = nullptr;
  const std::vector<double>* from_ = nullptr;  ///< between: the part's other end
  double share_ = 0;                           ///< added: half a band
  double position_ = 0;                        ///< between: where from start to end
  const PositionSpec* field_ = nullptr;        ///< unstacked: where to read what no column holds
};

/// Where Vega-Lite puts a mark whose channel is not written.
enum class Otherwise { middle, zero_or_min, zero_or_max };

/// The place of x or y. `band` says where in its band a category is shown, instead of
/// `bandPosition` or the middle.
ChannelPlace place_of(const MarkContext& context, Direction along, Otherwise otherwise,
                      std::optional<double> band = std::nullopt);

/// The place of x2 or y2, or of a stacked part's other end; nullopt where neither is there.
std::optional<ChannelPlace> second_place_of(const MarkContext& context, Direction along);

/// The place of zero, or of the end of the domain nearest to it, or of the plot's own edge.
Along default_place(const MarkContext& context, Direction along, Otherwise otherwise);

/// Places without a number stand at 0, as Vega draws them.
bool has_number(Along place);
Along drawn(Along place);

/// The other end of something drawn from `place`: where one of both has no number, it has no
/// length.
Along drawn_end(Along place, Along end);

}  // namespace yokoten::chart
