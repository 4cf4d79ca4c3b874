#include "chart/scale/schemes.h"

#include <algorithm>

#include "chart/scale/interpolate.h"
#include "chart/scale/palettes.h"

namespace yokoten::chart {
namespace {

std::string small_letters(std::string_view name) {
  std::string small(name);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

std::vector<std::string> colours_of(const Palette& palette) {
  std::vector<std::string> colours;
  colours.reserve(palette.colours.size() / 6);
  for (std::size_t i = 0; i + 6 <= palette.colours.size(); i += 6) {
    colours.push_back("#" + std::string(palette.colours.substr(i, 6)));
  }
  return colours;
}

constexpr std::size_t kMostColours = 100'000;

// Colours between the ends, both of which Vega leaves out.
std::vector<std::string> sampled(const std::vector<std::string>& stops, std::size_t count) {
  count = std::min(count, kMostColours);
  std::vector<std::string> colours;
  colours.reserve(count);
  const auto parts = static_cast<double>(count + 1);
  for (std::size_t i = 1; i <= count; ++i) {
    colours.push_back(colour_along(stops, static_cast<double>(i) / parts, ColourSpace::rgb));
  }
  return colours;
}

}  // namespace

std::vector<std::string> scheme_stops(std::string_view name) {
  const Palette* palette = continuous_palette(small_letters(name));
  return palette == nullptr ? std::vector<std::string>{} : colours_of(*palette);
}

std::vector<std::string> scheme_colours(std::string_view name, std::size_t count) {
  if (const Palette* palette = categorical_palette(small_letters(name))) {
    return colours_of(*palette);
  }
  const std::vector<std::string> stops = scheme_stops(name);
  return stops.empty() ? stops : sampled(stops, count);
}

std::vector<std::string> class_colours(std::string_view name, std::size_t count) {
  std::vector<std::string> colours = scheme_colours(name, count);
  if (colours.size() > count) colours.resize(count);
  return colours;
}

bool is_categorical(std::string_view scheme) {
  return categorical_palette(small_letters(scheme)) != nullptr;
}

}  // namespace yokoten::chart
