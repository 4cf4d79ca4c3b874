#pragma once

#include "chart/marks.h"

namespace yokoten {

/// One layer on its way to SVG.
struct Layer {
  Canvas& canvas;
  std::size_t index;
  const LayerSpec& spec;
  const Columns& columns;
  const EncodingSpec& encoding;
};

/// Draws bars and boxes.
void draw_boxes(const Layer& layer);

}  // namespace yokoten
