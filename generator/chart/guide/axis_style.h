#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/guide/axis_sources.h"
#include "chart/scale/ticks.h"
#include "chart/scene/scene.h"

namespace yokoten::chart {

/// Ticks: how many, which and where. `count` is empty where Vega-Lite says none: then ten.
struct TickStyle {
  std::optional<double> count;
  TimeInterval interval;  ///< unit "" for none
  std::optional<double> min_step;
  bool values_written = false;
  const std::vector<const Json*>* values = nullptr;
  double band = 0.5;   ///< share of the band at which ticks stand
  double offset = 0;   ///< px
  bool extra = false;  ///< one more at the start of the first band
  bool round = true;
  double size = 0;  ///< px; 0 where there are no ticks
};

struct LabelStyle {
  std::string_view format, format_type;
  TimeForms time_forms;
  const std::vector<LabelPiece>* pieces = nullptr;  ///< null: the label itself
  std::optional<double> flush;                      ///< px within which labels lean inwards
  Overlap overlap = Overlap::off;
  double separation = 0;
  std::optional<double> bound;  ///< px beyond the axis that labels may stand out
  double padding = 2, offset = 0, angle = 0, limit = 180;
  std::string align, baseline;  ///< "" by side and flush
  Font font;
  Look look;
  const AxisSpec* weights = nullptr;  ///< where conditions of weight stand, or null
  const AxisSpec* colours = nullptr;
};

struct AxisTitleStyle {
  std::string align, anchor, baseline;  ///< "" default
  std::optional<double> angle, x, y;
  double padding = 4, limit = 0;
  Font font;
  Look look;
};

/// An axis with every property decided: by the specification, its `config`, Vega-Lite's rules and
/// Vega's defaults, in this order.
struct AxisStyle {
  bool horizontal = true;
  Side side = Side::bottom;
  bool grid = false, ticks = true, labels = true, domain = true, title = true;
  bool in_front = false;
  double offset = 0, grid_offset = 0, min_extent = 0, max_extent = 200;
  TickStyle tick;
  LabelStyle label;
  AxisTitleStyle heading;
  Look tick_look, grid_look, domain_look;
};

/// `length` is that of the plot along the axis, in px.
AxisStyle axis_style(const Plan& plan, bool horizontal, double length);

}  // namespace yokoten::chart
