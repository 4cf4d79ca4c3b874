#pragma once

#include <cstdint>
#include <string>

// Decimal digits of doubles, as JavaScript's toString, toFixed, toExponential and toPrecision find
// them: exact ties go up, away from zero. All take numbers that are not negative.

namespace yokoten::chart {

/// d.ddd × 10^exponent; `text` holds the digits without a point.
struct Digits {
  std::string text;
  int exponent = 0;
};

/// `scaled` / 10^`decimals` without trailing zeros; `decimals` is 0 to 3. What is put needs
/// kDecimalRoom at most; its end is returned.
inline constexpr std::size_t kDecimalRoom = 24;
char* put_decimal(char* at, std::int64_t scaled, int decimals);
void append_decimal(std::string& out, std::int64_t scaled, int decimals);

/// The shortest digits that read back as `value`, which is finite and positive.
Digits shortest_digits(double value);

/// `count` digits, 1 to 21; of finite positive values.
Digits rounded_digits(double value, int count);

/// toFixed: `places` digits after the point, 0 to 20. From 1e21 on like toString.
std::string fixed_text(double value, int places);

/// toExponential: `places` digits after the point, 0 to 20.
std::string exponential_text(double value, int places);

/// toPrecision: `count` digits in all, 1 to 21.
std::string precise_text(double value, int count);

}  // namespace yokoten::chart
