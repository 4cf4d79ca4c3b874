#include "chart/scale/js_math.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace yokoten::chart {
namespace {

std::int32_t high_word(double x) {
  return static_cast<std::int32_t>(std::bit_cast<std::uint64_t>(x) >> 32U);
}

double with_high_word(double x, std::int32_t high) {
  const std::uint64_t low = std::bit_cast<std::uint64_t>(x) & 0xffffffffU;
  return std::bit_cast<double>((std::uint64_t{static_cast<std::uint32_t>(high)} << 32U) | low);
}

double without_low_word(double x) {
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & 0xffffffff00000000U);
}

// c[0] + x * (c[1] + x * (…)), in the order of operations that the last bit depends on.
template <std::size_t Size>
double polynomial(const double (&c)[Size], double x) {
  double sum = c[Size - 1];
  for (std::size_t i = Size - 1; i-- > 0;) sum = c[i] + x * sum;
  return sum;
}

constexpr double kTwo54 = 0x1p54;
constexpr double kLn2High = 6.93147180369123816490e-01, kLn2Low = 1.90821492927058770002e-10;

// x = 2^exponent * mantissa with sqrt(1/2) < mantissa < sqrt(2).
struct Split {
  int exponent = 0;
  double mantissa = 0;
  std::int32_t high = 0;  // of the mantissa, without its exponent
};

Split split_of(double x) {
  Split split;
  std::int32_t high = high_word(x);
  if (high < 0x00100000) {
    split.exponent -= 54;
    x *= kTwo54;
    high = high_word(x);
  }
  split.exponent += (high >> 20) - 1023;
  split.high = high & 0x000fffff;
  const std::int32_t i = (split.high + 0x95f64) & 0x100000;
  split.mantissa = with_high_word(x, split.high | (i ^ 0x3ff00000));
  split.exponent += i >> 20;
  return split;
}

// The logarithm where the mantissa is within 2^-20 of 1.
double log_near_one(double f, double k) {
  if (f == 0) return k == 0 ? 0 : k * kLn2High + k * kLn2Low;
  const double r = f * f * (0.5 - 0.33333333333333333 * f);
  return k == 0 ? f - r : k * kLn2High - ((r - k * kLn2Low) - f);
}

double log_of(const Split& split) {
  static constexpr double even[] = {3.999999999940941908e-01, 2.222219843214978396e-01,
                                    1.531383769920937332e-01};
  static constexpr double odd[] = {6.666666666666735130e-01, 2.857142874366239149e-01,
                                   1.818357216161805012e-01, 1.479819860511658591e-01};
  const double k = split.exponent;
  const double f = split.mantissa - 1.0;
  if ((0x000fffff & (2 + split.high)) < 3) return log_near_one(f, k);
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double w = z * z;
  const double rest = z * polynomial(odd, w) + w * polynomial(even, w);
  if (((split.high - 0x6147a) | (0x6b851 - split.high)) > 0) {
    const double half = 0.5 * f * f;
    if (split.exponent == 0) return f - (half - s * (half + rest));
    return k * kLn2High - ((half - (s * (half + rest) + k * kLn2Low)) - f);
  }
  if (split.exponent == 0) return f - s * (f - rest);
  return k * kLn2High - ((s * (f - rest) - k * kLn2Low) - f);
}

// A number in two parts, the high one short enough to be multiplied without loss.
struct Pair {
  double high = 0, low = 0;
};

// The significand of x, brought near 1 or 1.5 (`wide`), and its exponent.
struct Significand {
  double value = 0;
  std::int32_t high = 0;
  int exponent = 0;
  bool wide = false;
};

Significand significand_of(double x) {
  Significand out;
  std::int32_t ix = high_word(x);
  if (ix < 0x00100000) {
    x *= 0x1p53;
    out.exponent -= 53;
    ix = high_word(x);
  }
  out.exponent += (ix >> 20) - 0x3ff;
  const std::int32_t j = ix & 0x000fffff;
  ix = j | 0x3ff00000;
  if (j > 0x3988E && j < 0xBB67A) out.wide = true;
  if (j >= 0xBB67A) {
    ++out.exponent;
    ix -= 0x00100000;
  }
  out.high = ix;
  out.value = with_high_word(x, ix);
  return out;
}

// (ax - bp) / (ax + bp) in two parts, bp being 1 or 1.5.
Pair quotient_of(const Significand& s, double& whole) {
  const double near = s.wide ? 1.5 : 1.0;
  const double u = s.value - near;
  const double v = 1.0 / (s.value + near);
  whole = u * v;
  const double high = without_low_word(whole);
  const std::int32_t sum_high = ((s.high >> 1) | 0x20000000) + 0x00080000 + (s.wide ? 1 << 18 : 0);
  const double sum = with_high_word(0.0, sum_high);
  const double sum_low = s.value - (sum - near);
  return {high, v * ((u - high * sum) - high * sum_low)};
}

// log2(x) in two parts.
Pair log2_of(double x) {
  static constexpr double series[] = {5.99999999999994648725e-01, 4.28571428578550184252e-01,
                                      3.33333329818377432918e-01, 2.72728123808534006489e-01,
                                      2.30660745775561754067e-01, 2.06975017800338417784e-01};
  const Significand s = significand_of(x);
  double ss = 0;
  const Pair q = quotient_of(s, ss);
  double s2 = ss * ss;
  double r = s2 * s2 * polynomial(series, s2);
  r += q.low * (q.high + ss);
  s2 = q.high * q.high;
  const double t_high = without_low_word(3.0 + s2 + r);
  const double t_low = r - ((t_high - 3.0) - s2);
  const double u = q.high * t_high;
  const double v = q.low * t_high + t_low * ss;
  const double p_high = without_low_word(u + v);
  const double p_low = v - (p_high - u);
  const double z_high = 9.61796700954437255859e-01 * p_high;
  const double z_low = -7.02846165095275826516e-09 * p_high + p_low * 9.61796693925975554329e-01 +
                       (s.wide ? 1.35003920212974897128e-08 : 0.0);
  const double shift = s.wide ? 5.84962487220764160156e-01 : 0.0;
  const double t = s.exponent;
  const double high = without_low_word(((z_high + z_low) + shift) + t);
  return {high, z_low - (((high - t) - shift) - z_high)};
}

// Of (e^x - 1) / (e^x + 1); exp and power share it.
constexpr double kExpSeries[] = {1.66666666666666019037e-01, -2.77777777770155933842e-03,
                                 6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                 4.13813679705723846039e-08};

// 2^(high + low), the sum being within the range of doubles.
double exp2_of(double p_high, double p_low) {
  const double z = p_low + p_high;
  const std::int32_t j = high_word(z);
  const int shift = ((j & 0x7fffffff) >> 20) - 0x3ff;
  std::int32_t n = 0;
  if ((j & 0x7fffffff) > 0x3fe00000) {
    n = j + (0x00100000 >> (shift + 1));
    const int k = ((n & 0x7fffffff) >> 20) - 0x3ff;
    p_high -= with_high_word(0.0, n & ~(0x000fffff >> k));
    n = ((n & 0x000fffff) | 0x00100000) >> (20 - k);
    if (j < 0) n = -n;
  }
  const double t = without_low_word(p_low + p_high);
  const double u = t * 6.93147182464599609375e-01;
  const double v =
      (p_low - (t - p_high)) * 6.93147180559945286227e-01 + t * -1.90465429995776804525e-09;
  const double sum = u + v;
  const double w = v - (sum - u);
  const double square = sum * sum;
  const double t1 = sum - square * polynomial(kExpSeries, square);
  // V8 subtracts the correction within the divisor, fdlibm from the quotient.
  const double r = (sum * t1) / ((t1 - 2.0) - (w + sum * w));
  return std::ldexp(1.0 - (r - sum), n);
}

}  // namespace

double js_log(double x) {
  if (!(x > 0) || std::isinf(x)) return std::log(x);
  return log_of(split_of(x));
}

double js_log10(double x) {
  if (!(x > 0) || std::isinf(x)) return std::log10(x);
  if (x == 1) return 0;
  int k = 0;
  if (high_word(x) < 0x00100000) {
    k -= 54;
    x *= kTwo54;
  }
  const std::int32_t high = high_word(x);
  k += (high >> 20) - 1023;
  const int i = k < 0 ? 1 : 0;
  const double y = k + i;
  const double reduced = with_high_word(x, (high & 0x000fffff) | ((0x3ff - i) << 20));
  const double z = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * js_log(reduced);
  return z + y * 3.01029995663611771306e-01;
}

double js_exp(double x) {
  if (!(std::abs(x) < 700)) return std::exp(x);
  if (x == 1) return std::numbers::e;
  double k = 0;
  if (std::abs(x) > 0.5 * std::numbers::ln2) {
    const bool once = std::abs(x) < 1.5 * std::numbers::ln2;
    const double sign = x < 0 ? -1 : 1;
    k = once ? sign : std::trunc(1.44269504088896338700e+00 * x + sign * 0.5);
  }
  const double high = x - k * kLn2High;
  const double low = k * kLn2Low;
  const double r = high - low;
  const double square = r * r;
  const double c = r - square * polynomial(kExpSeries, square);
  if (k == 0) return 1 - ((r * c) / (c - 2) - r);
  return std::ldexp(1 - ((low - (r * c) / (2 - c)) - high), static_cast<int>(k));
}

double js_power(double x, double y) {
  const bool plain = x > 0 && std::isfinite(x) && std::isfinite(y) && y != 0 && x != 1;
  if (!plain || std::abs(y) >= 0x1p31) return std::pow(x, y);
  if (y == 1) return x;
  if (y == 2) return x * x;
  if (y == -1) return 1 / x;
  if (y == 0.5) return std::sqrt(x);
  const Pair log = log2_of(x);
  const double y_high = without_low_word(y);
  const double low = (y - y_high) * log.high + y * log.low;
  const double high = y_high * log.high;
  if (high + low > 1025) return std::numeric_limits<double>::infinity();
  if (high + low < -1080) return 0;
  return exp2_of(high, low);
}

double js_round(double x) {
  const double down = std::floor(x);
  return x - down >= 0.5 ? down + 1 : down;
}

double decimal_power(double exponent) {
  if (!(exponent >= -330)) return std::isnan(exponent) ? exponent : 0;
  if (exponent > 308) return std::numeric_limits<double>::infinity();
  if (exponent != std::floor(exponent)) return std::numeric_limits<double>::quiet_NaN();
  char text[16] = "1e";
  const auto end = std::to_chars(text + 2, text + sizeof text, static_cast<int>(exponent)).ptr;
  double value = 0;
  std::from_chars(text, end, value);
  return value;
}

}  // namespace yokoten::chart
