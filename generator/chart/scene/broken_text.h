#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chart/scene/scene.h"

namespace yokoten::chart {

/// The text in lines that are at most `width` px long: Japanese breaks between letters (no line
/// begins with what closes or ends one with what opens), words of Latin letters at blanks; what is
/// longer than a line by itself is cut. At least one line.
std::vector<std::string> broken_text(const Font& font, std::string_view text, double width);

}  // namespace yokoten::chart
