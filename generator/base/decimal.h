#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// An exact decimal number: mantissa / 10^scale. Counts have scale 0. At most 18 digits.
struct Decimal {
  std::int64_t mantissa = 0;
  int scale = 0;
};

/// The most digits that fit a Decimal; parse_decimal refuses more.
inline constexpr int decimal_digits = 18;
/// How many letters a number takes at most: a sign, nineteen digits or a zero with all behind the
/// point.
inline constexpr std::size_t decimal_room = 22;

/// Places of a value that is made of others: a ratio, a mean, a change.
inline constexpr int value_places = 6;

/// Reads `-12.50`, `1,234`, `+3`: ASCII digits, commas only where thousands are. Empty otherwise.
std::optional<Decimal> parse_decimal(std::string_view text);

/// -1, 0 or 1 for a < b, a == b, a > b; exact.
int compare(Decimal a, Decimal b);

/// Compares a_numerator/a_denominator with b_numerator/b_denominator exactly; denominators > 0.
int compare_ratios(Decimal a_numerator, Decimal a_denominator, Decimal b_numerator,
                   Decimal b_denominator);

/// Sums and differences are exact; they keep the larger scale. Empty when 18 digits overflow.
std::optional<Decimal> sum(Decimal a, Decimal b);
std::optional<Decimal> difference(Decimal a, Decimal b);

/// factor * numerator / denominator, rounded half up (away from zero) to `places`.
/// Empty when the denominator is 0 or the result has more than 18 digits.
std::optional<Decimal> quotient(Decimal numerator, Decimal denominator, int places,
                                std::int64_t factor = 1);

/// factor * (a_numerator/a_denominator - b_numerator/b_denominator), rounded once, half up, to
/// `places`: subtracting rounded ratios would be off by one now and then. Denominators > 0; empty
/// when the parts are too large.
std::optional<Decimal> ratio_difference(Decimal a_numerator, Decimal a_denominator,
                                        Decimal b_numerator, Decimal b_denominator, int places,
                                        std::int64_t factor = 1);

/// (a_numerator/a_denominator) / (b_numerator/b_denominator), rounded once, half up, to `places`.
/// Empty when one of the divisors is 0 or the parts are too large.
std::optional<Decimal> ratio_quotient(Decimal a_numerator, Decimal a_denominator,
                                      Decimal b_numerator, Decimal b_denominator, int places);

/// Rounds half up (away from zero) to `places`, which may be more than the number has.
Decimal rounded(Decimal number, int places);

/// Without trailing zeros after the point: 31.250000 is 31.25, 5.0 is 5.
Decimal trimmed(Decimal number);

/// `-1234.50` as its scale says; never an exponent.
std::string to_text(Decimal number);
void append_text(std::string& out, Decimal number);
/// The same into `out`, which has decimal_room; where it ends.
char* put_text(char* out, Decimal number);
/// As short as it is exact, `-1234.5`; nothing for no number.
std::string exact_text(const std::optional<Decimal>& number);

/// `1,234.50`, with a real minus sign (U+2212) as shown to readers.
std::string to_shown(Decimal number);

/// The number as files have it, `1234.50` or `-3`, where the text is one as to_shown() writes it,
/// with or without a `+`; nothing for every other text.
std::optional<std::string> plain_number(std::string_view shown);

double to_double(Decimal number);

}  // namespace yokoten
