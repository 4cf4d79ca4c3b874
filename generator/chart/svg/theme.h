#pragma once

#include <set>
#include <string>
#include <string_view>

#include "chart/svg/write.h"

namespace yokoten::chart {

/// What a colour becomes on a dark page, "" where it stays. `on_text` is the colour of letters:
/// white on a dark tile turns black since the tile turns light.
std::string_view dark_colour(std::string_view colour, bool on_text);

/// The colours of a picture, so that its stylesheet names only those.
struct UsedColours {
  std::set<std::string, std::less<>> fills, strokes, texts;
};

/// Rules for dark schemes by the attributes that carry the light colours: `[fill="#1A1A1A"]{…}`.
std::string dark_rules(const UsedColours& used);

}  // namespace yokoten::chart
