#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten::chart {

/// Colours of a named scheme of Vega: a categorical one whole ("tableau10"), or `count` colours
/// along a sequential or diverging one ("blues"). Empty where the name is unknown. Names are the
/// same in small and capital letters.
std::vector<std::string> scheme_colours(std::string_view name, std::size_t count);

/// As scheme_colours, but no more than `count`: threshold and quantize scales cut a categorical
/// scheme, which ordinal ones go round and round.
std::vector<std::string> class_colours(std::string_view name, std::size_t count);

/// The colours that a sequential or diverging scheme runs through, for a linear colour scale.
std::vector<std::string> scheme_stops(std::string_view name);

bool is_categorical(std::string_view scheme);

/// Reads a CSS colour (#rgb, #rrggbb, rgb(), hsl(), names) as d3-color does.
struct Rgb {
  double r = 0, g = 0, b = 0, opacity = 1;
};
bool is_colour(std::string_view css);

/// What is no colour has no channels (NaN).
Rgb rgb_of(std::string_view css);

}  // namespace yokoten::chart
