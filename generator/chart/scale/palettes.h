#pragma once

#include <string_view>

// The colours behind the names of Vega's schemes.

namespace yokoten::chart {

/// `colours`: six hexadecimal digits for each, without anything between.
struct Palette {
  std::string_view name;
  std::string_view colours;
};

/// nullptr where there is none. Names in small letters.
const Palette* categorical_palette(std::string_view name);
const Palette* continuous_palette(std::string_view name);

}  // namespace yokoten::chart
