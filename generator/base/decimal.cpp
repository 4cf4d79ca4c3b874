#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace yokoten {
namespace {

__extension__ using Wide = __int128;

constexpr Wide limit = 999'999'999'999'999'999;  // 18 digits

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

// Those that 64 bits hold.
constexpr auto small_powers = [] {
  std::array<std::uint64_t, 20> powers{1};
  for (std::size_t at = 1; at < powers.size(); ++at) powers[at] = powers[at - 1] * 10;
  return powers;
}();

std::optional<Decimal> fitted(Wide mantissa, int scale) {
  if (mantissa > limit || mantissa < -limit) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(mantissa), scale};
}

Wide scaled(Decimal number, int scale) {
  return static_cast<Wide>(number.mantissa) * power_of_ten(scale - number.scale);
}

// Half away from zero, which statistics offices call 四捨五入.
template <typename Whole>
Whole divide_half_up(Whole dividend, Whole divisor) {
  if (divisor < 0) {
    dividend = -dividend;
    divisor = -divisor;
  }
  const Whole magnitude = dividend < 0 ? -dividend : dividend;
  // 2m + d over 2d would overflow first; compare the remainder instead.
  Whole whole = magnitude / divisor;
  const Whole rest = magnitude - whole * divisor;
  if (rest >= divisor - rest) ++whole;
  return dividend < 0 ? -whole : whole;
}

// Both sides as whole numbers of the same unit; `below` is above 0.
struct Fraction {
  Wide above, below;
};

Fraction fraction(Decimal numerator, Decimal denominator) {
  const int scale = std::max(numerator.scale, denominator.scale);
  return {scaled(numerator, scale), scaled(denominator, scale)};
}

// Takes the whole part, rounded down, out of the fraction and returns it.
Wide whole_part(Fraction& of) {
  Wide whole = of.above / of.below;
  if (of.above % of.below < 0) --whole;
  of.above -= whole * of.below;
  return whole;
}

// factor * mantissa * 10^exponent where it has few digits, as nearly all counts have.
std::optional<std::int64_t> small_dividend(std::int64_t mantissa, std::int64_t factor,
                                           int exponent) {
  std::int64_t dividend = 0;
  const bool is_small =
      exponent >= 0 && exponent <= decimal_digits &&
      !__builtin_mul_overflow(mantissa, factor, &dividend) &&
      !__builtin_mul_overflow(
          dividend, static_cast<std::int64_t>(small_powers[static_cast<std::size_t>(exponent)]),
          &dividend) &&
      dividend <= limit && dividend >= -limit;
  return is_small ? std::optional(dividend) : std::nullopt;
}

int sign(Wide number) { return number < 0 ? -1 : number > 0 ? 1 : 0; }

std::optional<Decimal> product(Decimal a, Decimal b) {
  return fitted(static_cast<Wide>(a.mantissa) * b.mantissa, a.scale + b.scale);
}

// The digits before the point, with thousands separators checked: 1,234 but not 12,34.
bool grouping_is_right(std::string_view whole) {
  const std::size_t first = whole.find(',');
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t at = first; at < whole.size(); at += 4)
    if (whole[at] != ',' || at + 4 > whole.size()) return false;
  std::size_t commas = 0;
  for (const char letter : whole) commas += letter == ',';
  return (whole.size() - first) == 4 * commas;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (!grouping_is_right(text.substr(0, point))) return std::nullopt;
  std::uint64_t mantissa = 0;  // has room for a digit too many
  int digits = 0, scale = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ',' && at < point) continue;
    if (at == point && at > 0 && at + 1 < text.size()) continue;
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
    mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[at] - '0');
    if (mantissa > 0) ++digits;
    if (digits > decimal_digits) return std::nullopt;
    if (at > point) ++scale;
  }
  if (text.empty() || scale > decimal_digits) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(mantissa);
  return Decimal{negative ? -whole : whole, scale};
}

int compare(Decimal a, Decimal b) {
  if (a.scale == b.scale) return (a.mantissa > b.mantissa) - (a.mantissa < b.mantissa);
  const int scale = std::max(a.scale, b.scale);
  return sign(scaled(a, scale) - scaled(b, scale));
}

int compare_ratios(Decimal a_numerator, Decimal a_denominator, Decimal b_numerator,
                   Decimal b_denominator) {
  // Of numbers with as many places the products fit: 18 digits by 18.
  if (a_numerator.scale == a_denominator.scale && b_numerator.scale == b_denominator.scale)
    return sign(static_cast<Wide>(a_numerator.mantissa) * b_denominator.mantissa -
                static_cast<Wide>(b_numerator.mantissa) * a_denominator.mantissa);
  Fraction a = fraction(a_numerator, a_denominator), b = fraction(b_numerator, b_denominator);
  // Whole parts first, then what is left of them, turned around: products would overflow.
  for (int direction = 1;; direction = -direction) {
    const Wide left = whole_part(a), right = whole_part(b);
    if (left != right) return direction * sign(left - right);
    if (a.above == 0 || b.above == 0) return direction * sign(sign(a.above) - sign(b.above));
    std::swap(a.above, a.below);
    std::swap(b.above, b.below);
  }
}

std::optional<Decimal> sum(Decimal a, Decimal b) {
  const int scale = std::max(a.scale, b.scale);
  return fitted(scaled(a, scale) + scaled(b, scale), scale);
}

std::optional<Decimal> difference(Decimal a, Decimal b) {
  const int scale = std::max(a.scale, b.scale);
  return fitted(scaled(a, scale) - scaled(b, scale), scale);
}

std::optional<Decimal> quotient(Decimal numerator, Decimal denominator, int places,
                                std::int64_t factor) {
  if (denominator.mantissa == 0) return std::nullopt;
  const int exponent = places + denominator.scale - numerator.scale;
  if (const auto near = small_dividend(numerator.mantissa, factor, exponent))
    return fitted(divide_half_up(*near, denominator.mantissa), places);
  Wide dividend = static_cast<Wide>(numerator.mantissa) * factor;
  Wide divisor = denominator.mantissa;
  const Wide power = power_of_ten(std::abs(exponent));
  if (exponent < 0)
    divisor *= power;
  else if (__builtin_mul_overflow(dividend, power, &dividend))
    return std::nullopt;
  return fitted(divide_half_up(dividend, divisor), places);
}

std::optional<Decimal> ratio_difference(Decimal a_numerator, Decimal a_denominator,
                                        Decimal b_numerator, Decimal b_denominator, int places,
                                        std::int64_t factor) {
  const auto left = product(a_numerator, b_denominator),
             right = product(b_numerator, a_denominator);
  const auto below = product(a_denominator, b_denominator);
  if (!left || !right || !below) return std::nullopt;
  const auto above = difference(*left, *right);
  return above ? quotient(*above, *below, places, factor) : std::nullopt;
}

std::optional<Decimal> ratio_quotient(Decimal a_numerator, Decimal a_denominator,
                                      Decimal b_numerator, Decimal b_denominator, int places) {
  const auto above = product(a_numerator, b_denominator),
             below = product(a_denominator, b_numerator);
  if (!above || !below) return std::nullopt;
  return quotient(*above, *below, places);
}

Decimal rounded(Decimal number, int places) {
  if (places >= number.scale) {
    const auto wider = fitted(scaled(number, places), places);
    return wider ? *wider : number;
  }
  const Wide mantissa = divide_half_up<Wide>(number.mantissa, power_of_ten(number.scale - places));
  return {static_cast<std::int64_t>(mantissa), places};
}

Decimal trimmed(Decimal number) {
  while (number.scale > 0 && number.mantissa % 10 == 0) {
    number.mantissa /= 10;
    --number.scale;
  }
  return number;
}

std::string to_text(Decimal number) {
  std::string text;
  append_text(text, number);
  return text;
}

char* put_text(char* out, Decimal number) {
  const auto scale = static_cast<std::size_t>(number.scale);
  if (number.mantissa < 0) *out++ = '-';
  // The least number has no positive one.
  const auto magnitude = number.mantissa < 0 ? 0 - static_cast<std::uint64_t>(number.mantissa)
                                             : static_cast<std::uint64_t>(number.mantissa);
  const std::uint64_t whole = magnitude / small_powers[scale];
  char* end = std::to_chars(out, out + decimal_room, whole).ptr;
  if (scale == 0) return end;
  *end = '.';
  std::uint64_t rest = magnitude - whole * small_powers[scale];
  for (std::size_t at = scale; at > 0; --at, rest /= 10)
    end[at] = static_cast<char>('0' + rest % 10);
  return end + scale + 1;
}

void append_text(std::string& out, Decimal number) {
  std::array<char, decimal_room> made{};
  out.append(made.data(), static_cast<std::size_t>(put_text(made.data(), number) - made.data()));
}

std::string exact_text(const std::optional<Decimal>& number) {
  return number ? to_text(trimmed(*number)) : std::string();
}

std::string to_shown(Decimal number) {
  const bool negative = number.mantissa < 0;
  if (negative) number.mantissa = -number.mantissa;
  std::array<char, decimal_room> made{};
  const std::string_view text(made.data(), put_text(made.data(), number));
  const std::size_t point =
      number.scale == 0 ? text.size() : text.size() - static_cast<std::size_t>(number.scale) - 1;
  std::string shown;
  if (negative) shown = "\u2212";
  std::size_t begin = 0;
  for (std::size_t end = (point - 1) % 3 + 1; end < point; begin = end, end += 3)
    shown.append(text, begin, end - begin).append(1, ',');
  shown.append(text, begin);
  return shown;
}

std::optional<std::string> plain_number(std::string_view shown) {
  constexpr std::string_view kMinus = "\u2212";
  const bool negative = shown.starts_with(kMinus);
  if (negative)
    shown.remove_prefix(kMinus.size());
  else if (shown.starts_with('+'))
    shown.remove_prefix(1);
  std::string digits(shown);
  std::erase(digits, ',');
  const auto number = parse_decimal(digits);
  if (!number || number->mantissa < 0 || to_shown(*number) != shown) return std::nullopt;
  return negative ? '-' + digits : digits;
}

double to_double(Decimal number) {
  constexpr std::array powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                              1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
  const auto mantissa = static_cast<double>(number.mantissa);
  const auto scale = static_cast<std::size_t>(number.scale);
  return mantissa / (scale < powers.size() ? powers[scale] : std::pow(10.0, number.scale));
}

}  // namespace yokoten
