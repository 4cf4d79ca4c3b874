#pragma once

#include <optional>

#include "chart/frame.h"
#include "chart/svg.h"

namespace yokoten {

/// What the writers of marks share while one picture is drawn.
struct Canvas {
  const Plot& plot;
  const Frame& frame;
  Svg& svg;
  bool needs_clip = false;  ///< set when bars must be cut at zero (see draw_bar)
};

/// Where a mark stands across and down: from its beginning to its end, which may be the same.
struct Span {
  double begin = 0;
  double end = 0;
};

/// Shares of the x axis that a box covers; nothing where a value is missing.
std::optional<Span> box_across(const Canvas& canvas, std::size_t layer, std::size_t row);
/// Pixels from the top.
std::optional<Span> box_down(const Canvas& canvas, std::size_t layer, std::size_t row);
/// The one place of a text, point or rule.
std::optional<Across> place_across(const Canvas& canvas, const PositionSpec& position,
                                   const std::vector<double>& values, std::size_t row);
std::optional<double> place_down(const Canvas& canvas, const PositionSpec& position,
                                 const std::vector<double>& values, std::size_t row);

void draw_axes(Canvas& canvas);
/// Draws a layer, or a box layer with the texts on it; returns how many layers that were.
std::size_t draw_layer(Canvas& canvas, std::size_t layer);
void draw_text(Canvas& canvas, std::size_t layer, std::size_t row, Across x, double y);
void draw_cells(Canvas& canvas, std::size_t layer, std::size_t texts);
/// How many text layers directly after a layer of boxes stand on these boxes.
std::size_t texts_on(const ChartSpec& spec, std::size_t layer);
/// Refuses what texts on boxes, or texts elsewhere, cannot have.
std::optional<SpecProblem> check_cells(const ChartSpec& spec);
bool begin_link(Canvas& canvas, const LayerSpec& layer, const Json& row, const char* name);
void end_link(Canvas& canvas, bool linked);

}  // namespace yokoten
