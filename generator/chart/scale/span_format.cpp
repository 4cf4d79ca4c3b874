#include <algorithm>
#include <cmath>
#include <string>

#include "chart/scale/digits.h"
#include "chart/scale/formats.h"
#include "chart/scale/js_math.h"
#include "chart/scale/number_format.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

// The decimal exponent, NaN of zero and of what is not finite.
double exponent_of(double value) {
  if (value == 0 || !std::isfinite(value)) return kNoNumber;
  return shortest_digits(std::abs(value)).exponent;
}

double at_least_zero(double value) { return std::isnan(value) ? value : std::max(0.0, value); }

// The exponent of the SI prefix that suits a value: -24 to 24.
double prefix_exponent(double value) {
  const double third = std::floor(exponent_of(value) / 3);
  return std::isnan(third) ? third : std::clamp(third, -8.0, 8.0) * 3;
}

// Digits that tell steps apart, up to `greatest`; NaN where there is no telling.
double significant_digits(double step, double greatest) {
  const double size = std::abs(step);
  return at_least_zero(exponent_of(std::abs(greatest) - size) - exponent_of(size)) + 1;
}

void set_precision(NumberFormat& format, double precision) {
  if (!std::isnan(precision)) format.precision = static_cast<int>(at_least_zero(precision));
}

TickFormat prefixed(NumberFormat format, double step, double greatest) {
  const double exponent = prefix_exponent(greatest);
  set_precision(format, at_least_zero(exponent - exponent_of(step)));
  format.type = 'f';
  TickFormat made{format, js_power(10, -exponent), ""};
  if (!std::isnan(exponent)) made.suffix = si_prefix(static_cast<int>(exponent) / 3);
  return made;
}

std::size_t end_of_digits(const std::string& text, std::size_t point) {
  const std::size_t e = text.rfind('e');
  if (e != std::string::npos && e > 0) return e;
  std::size_t i = text.size();
  while (--i > point) {
    if (text[i] >= '0' && text[i] <= '9') return i + 1;
  }
  return point + 1;
}

// Cuts zeros behind the point, whatever stands behind them.
std::string without_zeros(const std::string& text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return text;
  const std::size_t end = end_of_digits(text, point);
  std::size_t kept = end;
  while (--kept > point) {
    if (text[kept] != '0') {
      ++kept;
      break;
    }
  }
  return text.substr(0, kept) + text.substr(end);
}

}  // namespace

std::string TickFormat::text(double value) const { return text_of(factor * value, format, suffix); }

TickFormat span_format(double low, double high, double count, const NumberFormat& format) {
  if (format.precision >= 0) return {format, 1, ""};
  const double step = tick_step(low, high, count);
  const double greatest = std::max(std::abs(low), std::abs(high));
  TickFormat made{format, 1, ""};
  switch (format.type) {
    case 's':
      return prefixed(format, step, greatest);
    case '\0':
    case 'g':
    case 'p':
    case 'r':
      set_precision(made.format, significant_digits(step, greatest));
      break;
    case 'e':
      set_precision(made.format, significant_digits(step, greatest) - 1);
      break;
    case 'f':
      set_precision(made.format, at_least_zero(-exponent_of(step)));
      break;
    case '%':
      set_precision(made.format, at_least_zero(-exponent_of(step)) - 2);
      break;
    default:
      break;
  }
  return made;
}

std::string varied_text(double value, const NumberFormat& format) {
  if (format.precision >= 0) return text_of(value, format);
  NumberFormat varied = format;
  varied.precision = format.type == '%' ? 10 : format.type == 'e' ? 11 : 12;
  return without_zeros(text_of(value, varied));
}

}  // namespace yokoten::chart
