#pragma once

#include <span>
#include <string>
#include <string_view>

#include "chart/scale/scale.h"
#include "chart/scale/schemes.h"

// Colours between colours, as d3-interpolate finds them.

namespace yokoten::chart {

/// The colour at `at` (0 to 1) along colours that stand at even distances, as "rgb(r, g, b)".
std::string colour_along(std::span<const std::string> colours, double at, ColourSpace space);

/// As d3-color writes it: channels rounded and cut to 0 to 255, "rgba(…)" where not opaque.
std::string css_of(const Rgb& colour);

Rgb mixed(const Rgb& from, const Rgb& to, double at, ColourSpace space);

}  // namespace yokoten::chart
