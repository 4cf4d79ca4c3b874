#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// A colour of a screen; 0 to 255 each.
struct Colour {
  int red = 0, green = 0, blue = 0;
};

/// Reads `#rgb` and `#rrggbb`; empty for anything else.
std::optional<Colour> parse_colour(std::string_view text);
std::string to_text(Colour colour);  ///< #0017c1

/// The contrast ratio of WCAG 2, 1 to 21.
double contrast(Colour a, Colour b);

/// The colour next to `colour`, towards black or white, that stands off `ground` by `ratio` or
/// more.
Colour with_contrast(Colour colour, Colour ground, double ratio);

}  // namespace yokoten
