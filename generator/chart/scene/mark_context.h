#pragma once

#include <cstdint>
#include <optional>

#include "chart/plan/plan.h"
#include "chart/scene/marks.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// What a mark says of itself before what `config` says of its type and of all marks.
struct StyleChain {
  const MarkStyle* own = nullptr;
  const MarkStyle* typed = nullptr;
  const MarkStyle* general = nullptr;

  template <class T>
  const std::optional<T>& first(std::optional<T> MarkStyle::*member) const {
    if ((own->*member).has_value()) return own->*member;
    if ((typed->*member).has_value()) return typed->*member;
    return general->*member;
  }

  /// Passing over config.mark: where Vega's own default for the type stands before it.
  template <class T>
  const std::optional<T>& of_type(std::optional<T> MarkStyle::*member) const {
    return (own->*member).has_value() ? own->*member : typed->*member;
  }
};

enum class Direction { across, down };  ///< along x, along y
enum class MarkOrient { none, horizontal, vertical };

/// One mark on its way from plan to scene: a layer's own, or a line or points laid over it.
struct MarkContext {
  const Plan& plan;
  const LayerPlan& layer;
  MarkType type;
  StyleChain style;
  bool overlay = false;  ///< takes no x2 and y2
  std::uint32_t cell = 0;
  PlotSize size;
  Spoken spoken = Spoken::none;

  const EncodingSpec& encoding() const { return layer.spec->encoding; }
  const PositionSpec& position(Direction along) const {
    return along == Direction::across ? encoding().x : encoding().y;
  }
  const PositionSpec& second(Direction along) const {
    return along == Direction::across ? encoding().x2 : encoding().y2;
  }
  const Scale& scale(Direction along) const { return along == Direction::across ? plan.x : plan.y; }
  double length(Direction along) const {
    return along == Direction::across ? size.width : size.height;
  }
  const std::vector<double>& column(Direction along) const {
    return along == Direction::across ? layer.x : layer.y;
  }
  const std::vector<double>& second_column(Direction along) const {
    return along == Direction::across ? layer.x2 : layer.y2;
  }

  /// Whether the channel reads data through a scale of its own.
  bool scaled(Direction along) const;
  /// Whether any layer has a scale this way: Vega-Lite looks at its type for bars without one.
  bool has_scale(Direction along) const { return scale(along).type != ScaleType::none; }
  bool stacked(Direction along) const;
  MarkOrient orient() const;
  bool filled() const;
  bool shows_invalid() const;  ///< `invalid: null`: missing values stand at zero
  bool in_cell(Row row) const { return layer.cell.empty() || layer.cell[row] == cell; }
  const Json& row(Row row) const;

  /// A share of the plot and pixels as a place; places down are pixels alone.
  Along along(Direction direction, double share, double px = 0) const;
};

/// Whether Vega-Lite's mark of this type takes the channel; otherwise it leaves it out.
bool takes_size(MarkType type);
bool takes_second(MarkType type);

}  // namespace yokoten::chart
