#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chart/json.h"
#include "chart/scale/formats.h"
#include "chart/spec/kept.h"

// What Vega-Lite lets one say of marks, axes, legends, titles and headers. Every member is empty
// where the specification says nothing: defaults come from `config.h`.

namespace yokoten::chart {

/// A CSS colour as written; "none" for null, empty optional for unwritten.
using Paint = std::optional<std::string>;
using Number = std::optional<double>;
using Flag = std::optional<bool>;
using Text = std::optional<std::string>;
using Dashes = std::optional<std::vector<double>>;

enum class MarkType { bar, line, area, point, rect, rule, text, tick, geoshape };

/// Marks laid over a line or area by `point` and `line`.
struct MarkStyle {
  Paint color, fill, stroke;
  Number opacity, fill_opacity, stroke_opacity, stroke_width;
  Dashes stroke_dash;
  Text stroke_cap, stroke_join;
  Flag filled;
  Number size;                     ///< px²: points; text ignores it; bars: px across the band
  Number width, height;            ///< px
  Number width_band, height_band;  ///< {"band": 0.7}
  Number corner_radius, corner_radius_end;
  Text align, baseline;
  Number dx, dy, angle;
  Number font_size;
  Text font, font_style, font_weight;  ///< weight: "bold", "normal", "600"
  Number limit;
  Text text;         ///< a fixed text of a text mark
  Text interpolate;  ///< linear, step, step-before, step-after, monotone
  Text shape;        ///< circle, square, cross, diamond, triangle-up …
  Text orient;       ///< horizontal, vertical
  Number thickness;  ///< tick
  Number continuous_band_size, discrete_band_size, min_band_size;  ///< config of bar, rect, tick
  Text invalid;  ///< mode of `invalid`; "null" for null
  Flag clip;
  Flag aria;  ///< false: said by nothing
};

struct MarkSpec {
  MarkType type{};
  MarkStyle style;
  bool tooltip = false;
  bool with_point = false;  ///< line, area: `point`
  Kept<MarkStyle> point;
  bool point_transparent = false;
  bool with_line = false;  ///< area: `line`
  Kept<MarkStyle> line;
};

/// Labels that overlap: as Vega-Lite decides, all drawn, every second left out, or the nearest.
enum class Overlap { by_default, off, parity, greedy };

/// Labels that are bold or coloured by a test on their value.
struct LabelCondition {
  std::vector<std::string> values;  ///< the test {"field": "value", "oneOf": […]} (or "equal")
  std::string then;                 ///< the value where it holds
};

/// Pieces of a `labelExpr`: texts, datum.label and datum.value in a row.
struct LabelPiece {
  enum class Kind { text, label, value } kind = Kind::text;
  std::string text;
};

struct AxisSpec {
  Text orient, title;
  bool title_null = false;
  Flag grid, ticks, labels, domain;
  Number tick_count, tick_min_step;
  Text tick_interval;  ///< tickCount: "month" or {"interval": "month", "step": 3}
  Number tick_interval_step;
  std::vector<const Json*> values;
  bool values_written = false;
  Text format, format_type;
  std::optional<TimeForms> time_forms;   ///< `format` by unit; then `format` is empty
  std::vector<LabelPiece> label_pieces;  ///< labelExpr
  Number label_angle, label_padding, label_separation, label_limit, label_font_size, label_opacity,
      label_offset;
  Text label_align, label_baseline, label_font, label_font_weight;
  Paint label_color;
  std::vector<LabelCondition> label_weight_conditions, label_color_conditions;
  Overlap label_overlap = Overlap::by_default;
  Flag label_flush, label_bound;
  Number label_flush_px, label_bound_px;  ///< written as numbers
  Flag tick_band_extent;                  ///< tickBand: "extent"
  Number tick_size, tick_width, tick_offset, tick_opacity;
  Flag tick_round, tick_extra;
  Paint tick_color;
  Dashes tick_dash;
  Number domain_width, domain_opacity;
  Paint domain_color;
  Dashes domain_dash;
  Number grid_width, grid_opacity;
  Paint grid_color;
  Dashes grid_dash;
  Text title_align, title_anchor, title_baseline, title_font, title_font_weight;
  Number title_angle, title_padding, title_x, title_y, title_font_size, title_limit, title_opacity;
  Paint title_color;
  Number offset, band_position, min_extent, max_extent, zindex;
};

struct LegendSpec {
  Text orient, direction, type, title;  ///< type: "gradient", "symbol"
  bool title_null = false;
  Number columns, offset, padding, row_padding, column_padding, tick_count;
  std::vector<const Json*> values;
  bool values_written = false;
  Text format, format_type;
  std::vector<LabelPiece> label_pieces;
  Number label_font_size, label_limit, label_offset;
  Text label_font, label_font_weight;
  Paint label_color;
  Number title_font_size, title_padding, title_limit;
  Text title_font, title_font_weight, title_anchor, title_orient;
  Paint title_color;
  Number symbol_size, symbol_stroke_width, symbol_opacity, symbol_offset;
  Text symbol_type;
  Paint symbol_fill_color, symbol_stroke_color;
  Number gradient_length, gradient_thickness;
};

struct TitleSpec {
  std::vector<std::string> text;  ///< one a line; empty for none
  std::vector<std::string> subtitle;
  Text anchor, align, baseline, orient, frame, font, font_weight, subtitle_font,
      subtitle_font_weight;
  Number offset, font_size, line_height, subtitle_font_size, subtitle_padding, subtitle_line_height,
      dx, dy, limit, angle;
  Paint color, subtitle_color;
};

struct HeaderSpec {
  Text title, format, format_type, label_orient, title_orient, orient;
  bool title_null = false;
  Flag labels;
  std::vector<LabelPiece> label_pieces;
  Number label_angle, label_font_size, label_padding, label_limit, title_font_size, title_padding;
  Text label_align, label_anchor, label_font, label_font_weight, title_align, title_anchor,
      title_font, title_font_weight;
  Paint label_color, title_color;
};

inline constexpr double kViewStep = 20;  ///< px, where ViewStyle::step is not written

struct ViewStyle {
  Paint fill, stroke;
  Number stroke_width, corner_radius, continuous_width, continuous_height, step, discrete_width,
      discrete_height;
};

}  // namespace yokoten::chart
