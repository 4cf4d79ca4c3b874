#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "chart/scale/named_colours.h"
#include "chart/scale/scale.h"
#include "chart/scale/schemes.h"

// CSS colours as d3-color reads them: #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(),
// hsla() with commas, and names.

namespace yokoten::chart {
namespace {

constexpr Rgb kNoColour{kMissing, kMissing, kMissing, kMissing};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string trimmed_small(std::string_view css) {
  while (!css.empty() && is_space(css.front())) css.remove_prefix(1);
  while (!css.empty() && is_space(css.back())) css.remove_suffix(1);
  std::string small(css);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

Rgb with_opacity(double r, double g, double b, double opacity) {
  if (opacity <= 0) return {kMissing, kMissing, kMissing, opacity};
  return {r, g, b, opacity};
}

std::optional<Rgb> hex_colour(std::string_view digits) {
  std::uint32_t all = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), all, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  // The nth channel of `bits` bits, counted from the right; one digit stands for two.
  const auto channel = [all](unsigned n, unsigned bits) {
    const std::uint32_t value = (all >> (n * bits)) & ((1U << bits) - 1);
    return static_cast<double>(bits == 4 ? value * 17 : value);
  };
  switch (digits.size()) {
    case 3:
      return Rgb{channel(2, 4), channel(1, 4), channel(0, 4), 1};
    case 4:
      return with_opacity(channel(3, 4), channel(2, 4), channel(1, 4), channel(0, 4) / 255);
    case 6:
      return Rgb{channel(2, 8), channel(1, 8), channel(0, 8), 1};
    case 8:
      return with_opacity(channel(3, 8), channel(2, 8), channel(1, 8), channel(0, 8) / 255);
    default:
      return std::nullopt;
  }
}

// One number between commas of rgb(1, 2%, …).
struct Argument {
  double value = 0;
  bool percent = false, whole = true;
};

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9') ++count;
  return count;
}

// The length of a number at the beginning of `text` (without sign), 0 where there is none.
std::size_t number_length(std::string_view text, bool& whole) {
  std::size_t length = digits_at(text, 0);
  whole = true;
  if (length < text.size() && text[length] == '.') {
    const std::size_t after = digits_at(text, length + 1);
    if (after == 0) return 0;
    whole = false;
    length += 1 + after;
  }
  if (length == 0 || length >= text.size() || text[length] != 'e') return length;
  std::size_t exponent = length + 1;
  if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
  const std::size_t digits = digits_at(text, exponent);
  if (digits == 0) return length;
  whole = false;
  return exponent + digits;
}

std::optional<Argument> argument_of(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  Argument argument;
  const bool minus = !text.empty() && text.front() == '-';
  if (minus || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  const std::size_t length = number_length(text, argument.whole);
  if (length == 0) return std::nullopt;
  std::from_chars(text.data(), text.data() + length, argument.value);
  if (minus) argument.value = -argument.value;
  text.remove_prefix(length);
  if (text == "%") argument.percent = true;
  if (!text.empty() && !argument.percent) return std::nullopt;
  return argument;
}

// The numbers of "name(1, 2, 3)"; empty where one is none or there are more than four.
std::vector<Argument> arguments_of(std::string_view text) {
  std::vector<Argument> arguments;
  while (arguments.size() < 5) {
    const std::size_t comma = text.find(',');
    const std::optional<Argument> argument = argument_of(text.substr(0, comma));
    if (!argument) return {};
    arguments.push_back(*argument);
    if (comma == std::string_view::npos) return arguments;
    text.remove_prefix(comma + 1);
  }
  return {};
}

std::optional<Rgb> rgb_function(const std::vector<Argument>& a, double opacity) {
  const bool percent = a[0].percent && a[1].percent && a[2].percent;
  const bool plain = !a[0].percent && !a[1].percent && !a[2].percent;
  if (percent) {
    return with_opacity(a[0].value * 255 / 100, a[1].value * 255 / 100, a[2].value * 255 / 100,
                        opacity);
  }
  if (!plain || !a[0].whole || !a[1].whole || !a[2].whole) return std::nullopt;
  return with_opacity(a[0].value, a[1].value, a[2].value, opacity);
}

double hue_channel(double h, double low, double high) {
  if (h < 60) return (low + (high - low) * h / 60) * 255;
  if (h < 180) return high * 255;
  if (h < 240) return (low + (high - low) * (240 - h) / 60) * 255;
  return low * 255;
}

std::optional<Rgb> hsl_function(const std::vector<Argument>& a, double opacity) {
  if (a[0].percent || !a[1].percent || !a[2].percent) return std::nullopt;
  double h = a[0].value;
  double s = a[1].value / 100;
  double l = a[2].value / 100;
  if (opacity <= 0) h = s = l = kMissing;
  if (l <= 0 || l >= 1) h = s = kMissing;
  if (s <= 0) h = kMissing;
  h = std::fmod(h, 360) + (h < 0 ? 360 : 0);
  if (std::isnan(h) || std::isnan(s)) s = 0;
  const double high = l + (l < 0.5 ? l : 1 - l) * s;
  const double low = 2 * l - high;
  return Rgb{hue_channel(h >= 240 ? h - 240 : h + 120, low, high), hue_channel(h, low, high),
             hue_channel(h < 120 ? h + 240 : h - 120, low, high), opacity};
}

std::optional<Rgb> function_colour(std::string_view css) {
  const std::size_t open = css.find('(');
  if (open == std::string_view::npos || css.back() != ')') return std::nullopt;
  const std::string_view name = css.substr(0, open);
  const std::size_t count = name == "rgb" || name == "hsl" ? 3 : 4;
  const std::vector<Argument> arguments = arguments_of(css.substr(open + 1, css.size() - open - 2));
  if (arguments.size() != count) return std::nullopt;
  if (count == 4 && arguments[3].percent) return std::nullopt;
  const double opacity = count == 4 ? arguments[3].value : 1;
  if (name == "rgb" || name == "rgba") return rgb_function(arguments, opacity);
  if (name == "hsl" || name == "hsla") return hsl_function(arguments, opacity);
  return std::nullopt;
}

std::optional<Rgb> colour_of(std::string_view written) {
  if (written.size() == 7 && written.front() == '#') {
    if (const auto plain = hex_colour(written.substr(1))) return plain;
  }
  const std::string css = trimmed_small(written);
  if (css.empty()) return std::nullopt;
  if (css.front() == '#') return hex_colour(std::string_view(css).substr(1));
  if (const std::optional<std::uint32_t> rgb = named_colour(css)) {
    return Rgb{static_cast<double>(*rgb >> 16U), static_cast<double>((*rgb >> 8U) & 0xffU),
               static_cast<double>(*rgb & 0xffU), 1};
  }
  if (css == "transparent") return Rgb{kMissing, kMissing, kMissing, 0};
  return function_colour(css);
}

}  // namespace

bool is_colour(std::string_view css) { return colour_of(css).has_value(); }

Rgb rgb_of(std::string_view css) { return colour_of(css).value_or(kNoColour); }

}  // namespace yokoten::chart
