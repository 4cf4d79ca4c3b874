#include "base/colour.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace yokoten {
namespace {

constexpr int brightest = 255;

// sRGB as light, by the definition of relative luminance in WCAG 2.
double light_of(int channel) {
  const double share = static_cast<double>(channel) / brightest;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * light_of(colour.red) + 0.7152 * light_of(colour.green) +
         0.0722 * light_of(colour.blue);
}

int digit(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

Colour between(Colour from, Colour to, int step, int steps) {
  const auto mixed = [&](int a, int b) { return a + (b - a) * step / steps; };
  return {mixed(from.red, to.red), mixed(from.green, to.green), mixed(from.blue, to.blue)};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  if (text.front() != '#') return std::nullopt;
  for (const char letter : text.substr(1))
    if (digit(letter) < 0) return std::nullopt;
  const auto channel = [&](std::size_t at) {
    if (text.size() == 4) return digit(text[at + 1]) * 17;
    return digit(text[2 * at + 1]) * 16 + digit(text[2 * at + 2]);
  };
  return Colour{channel(0), channel(1), channel(2)};
}

std::string to_text(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

double contrast(Colour a, Colour b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

Colour with_contrast(Colour colour, Colour ground, double ratio) {
  constexpr int steps = 100;
  const Colour black{0, 0, 0}, white{brightest, brightest, brightest};
  const Colour goal = contrast(ground, black) > contrast(ground, white) ? black : white;
  for (int step = 0; step <= steps; ++step)
    if (const Colour tried = between(colour, goal, step, steps); contrast(tried, ground) >= ratio)
      return tried;
  return goal;
}

}  // namespace yokoten
