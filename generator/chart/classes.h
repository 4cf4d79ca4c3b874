#pragma once

#include <string>

#include "chart/spec.h"

namespace yokoten {

/// Classes of the stylesheet for a mark in an ink. One place says how colours become roles.
std::string box_class(const MarkSpec& mark, Ink ink);
std::string cell_class(const MarkSpec& mark, Ink ink);
std::string rule_class(const MarkSpec& mark, Ink ink);
std::string line_class(const MarkSpec& mark);
std::string point_class(const MarkSpec& mark, Ink ink);
std::string text_class(Align align, bool bold, Ink ink);

/// The ink of one row: by the encoding where there is one, else the mark's own, else `bar` (texts:
/// `text`).
Ink ink_of_row(const LayerSpec& layer, const Json& row);

}  // namespace yokoten
