#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "chart/spec/styles.h"

namespace yokoten::chart {

/// `config`: what a specification says for all its marks and guides at once. Members are empty
/// where it says nothing; Vega's own defaults are applied where a guide or mark is made.
struct Config {
  Text font;
  Text time_format;  ///< of texts, headers and legends of times that have none
  Paint background;
  Kept<AxisSpec> axis, axis_x, axis_y, axis_band, axis_quantitative, axis_temporal;
  LegendSpec legend;
  bool legend_disabled = false;
  TitleSpec title;
  HeaderSpec header;
  ViewStyle view;
  MarkStyle mark;
  std::array<Kept<MarkStyle>, 9> marks;  ///< by MarkType: `bar`, `line` …
  MarkSpec line_overlay, area_overlay;   ///< `point` and `line` of config.line and config.area; the
                                         ///< reader has given them to the marks already
  std::vector<std::string> category, ordinal;  ///< range.category, range.ordinal
  Number band_padding_inner, bar_band_padding_inner, rect_band_padding_inner, band_padding_outer,
      point_padding;  ///< config.scale
  Number facet_spacing;
};

}  // namespace yokoten::chart
