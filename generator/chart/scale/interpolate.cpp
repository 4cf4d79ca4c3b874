#include "chart/scale/interpolate.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <numbers>

#include "chart/scale/formats.h"
#include "chart/scale/js_math.h"

namespace yokoten::chart {
namespace {

constexpr double kWhiteX = 0.96422, kWhiteZ = 0.82521;  // D50
constexpr double kNone = kMissing;                      // a channel that a colour does not have

struct Hcl {
  double h = kNone, c = kNone, l = kNone, opacity = 1;
};

double linear_light(double channel) {
  const double x = channel / 255;
  return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
}

double channel_of(double light) {
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055);
}

double lab_of(double t) {
  constexpr double kEdge = 6.0 / 29;
  return t > kEdge * kEdge * kEdge ? std::pow(t, 1.0 / 3) : t / (3 * kEdge * kEdge) + 4.0 / 29;
}

double light_of(double t) {
  constexpr double kEdge = 6.0 / 29;
  return t > kEdge ? t * t * t : 3 * kEdge * kEdge * (t - 4.0 / 29);
}

Hcl hcl_of(const Rgb& colour) {
  const double r = linear_light(colour.r);
  const double g = linear_light(colour.g);
  const double b = linear_light(colour.b);
  const double y = lab_of(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
  double x = y, z = y;
  if (!(r == g && g == b)) {
    x = lab_of((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / kWhiteX);
    z = lab_of((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / kWhiteZ);
  }
  const double lightness = 116 * y - 16;
  const double a = 500 * (x - y);
  const double bb = 200 * (y - z);
  if (a == 0 && bb == 0) {
    return {kNone, 0 < lightness && lightness < 100 ? 0 : kNone, lightness, colour.opacity};
  }
  const double hue = std::atan2(bb, a) * 180 / std::numbers::pi;
  return {hue < 0 ? hue + 360 : hue, std::sqrt(a * a + bb * bb), lightness, colour.opacity};
}

Rgb rgb_of_hcl(const Hcl& colour) {
  const double angle = colour.h * std::numbers::pi / 180;
  const double a = std::isnan(colour.h) ? 0 : std::cos(angle) * colour.c;
  const double bb = std::isnan(colour.h) ? 0 : std::sin(angle) * colour.c;
  const double middle = (colour.l + 16) / 116;
  const double x = kWhiteX * light_of(std::isnan(a) ? middle : middle + a / 500);
  const double y = light_of(middle);
  const double z = kWhiteZ * light_of(std::isnan(bb) ? middle : middle - bb / 200);
  return {channel_of(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
          channel_of(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
          channel_of(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), colour.opacity};
}

// Where one end has no such channel the other's is taken.
double channel_between(double a, double b, double at) {
  const double span = b - a;
  if (span == 0 || std::isnan(span)) return std::isnan(a) ? b : a;
  return a + at * span;
}

// The shorter way round the circle.
double hue_between(double a, double b, double at) {
  const double span = b - a;
  if (span == 0 || std::isnan(span)) return std::isnan(a) ? b : a;
  return a + at * (std::abs(span) > 180 ? span - 360 * js_round(span / 360) : span);
}

int byte_of(double channel) {
  if (std::isnan(channel)) return 0;
  return static_cast<int>(js_round(std::clamp(channel, 0.0, 255.0)));
}

}  // namespace

Rgb mixed(const Rgb& from, const Rgb& to, double at, ColourSpace space) {
  const double opacity = channel_between(from.opacity, to.opacity, at);
  if (space == ColourSpace::rgb) {
    return {channel_between(from.r, to.r, at), channel_between(from.g, to.g, at),
            channel_between(from.b, to.b, at), opacity};
  }
  const Hcl a = hcl_of(from);
  const Hcl b = hcl_of(to);
  return rgb_of_hcl({hue_between(a.h, b.h, at), channel_between(a.c, b.c, at),
                     channel_between(a.l, b.l, at), opacity});
}

std::string css_of(const Rgb& colour) {
  const double opacity = std::isnan(colour.opacity) ? 1 : std::clamp(colour.opacity, 0.0, 1.0);
  char room[32];
  const std::string_view open = opacity == 1 ? "rgb(" : "rgba(";
  char* at = std::copy(open.begin(), open.end(), room);
  at = std::to_chars(at, std::end(room), byte_of(colour.r)).ptr;
  for (const double channel : {colour.g, colour.b}) {
    *at++ = ',';
    *at++ = ' ';
    at = std::to_chars(at, std::end(room), byte_of(channel)).ptr;
  }
  if (opacity != 1) return std::string(room, at) + ", " + plain_number(opacity) + ")";
  *at++ = ')';
  return {room, at};
}

std::string colour_along(std::span<const std::string> colours, double at, ColourSpace space) {
  if (colours.empty() || std::isnan(at)) return "";
  if (colours.size() == 1) return colours.front();
  const auto last = static_cast<double>(colours.size() - 2);
  const double place = at * static_cast<double>(colours.size() - 1);
  const double part = std::clamp(std::floor(place), 0.0, last);
  const auto index = static_cast<std::size_t>(part);
  return css_of(mixed(rgb_of(colours[index]), rgb_of(colours[index + 1]), place - part, space));
}

}  // namespace yokoten::chart
