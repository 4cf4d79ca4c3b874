#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// The colours a specification may use. Each is a role of the stylesheet, so that a chart follows
/// dark mode and paper; a colour outside is refused.
enum class Ink { none, self, bar, k3, k2, k1, other, line, track, text, soft, paper, black };

/// `#0017C1` and the like, as written into specifications.
const char* colour(Ink ink);

/// The ink of a colour, in capitals or not.
std::optional<Ink> ink_of(std::string_view colour);

/// The whole palette in one line, for messages.
std::string palette_words();

/// What the classes mean where no stylesheet is at hand (stand-alone pictures).
enum class Theme { light, dark, both };
std::string stylesheet(Theme theme);

}  // namespace yokoten
