#include "chart/scale/digits.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "chart/scale/formats.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kRoom = 400;  // 309 digits before the point and 20 behind it fit

// value = odd * 2^power.
struct Binary {
  std::uint64_t odd = 0;
  int power = 0;
};

Binary binary_of(double value) {
  int power = 0;
  const double fraction = std::frexp(value, &power);
  auto odd = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
  const int zeros = std::countr_zero(odd);
  odd >>= static_cast<unsigned>(zeros);
  return {odd, power - 53 + zeros};
}

// Whether `value` stands exactly between two decimals with `places` digits after the point (before
// it, where negative): 2 * value * 10^places is an odd whole number.
bool is_tie(double value, int places) {
  const Binary binary = binary_of(value);
  if (binary.power + 1 + places != 0) return false;
  std::uint64_t odd = binary.odd;
  for (int i = places; i < 0; ++i) {
    if (odd % 5 != 0) return false;
    odd /= 5;
  }
  return true;
}

// The next greater decimal with as many digits: 1.99 becomes 2.00.
void increment(std::string& text) {
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == '.') continue;
    if (text[i] != '9') {
      ++text[i];
      return;
    }
    text[i] = '0';
  }
  text.insert(0, 1, '1');
}

// std::to_chars takes the even one of two equally near decimals, JavaScript the greater: of a tie
// one digit more is exact and is a 5.
std::string written(double value, std::chars_format how, int places, bool tie) {
  char room[kRoom];
  const auto end = std::to_chars(room, room + kRoom, value, how, places + (tie ? 1 : 0)).ptr;
  return {room, end};
}

Digits taken_apart(std::string_view text) {
  Digits digits;
  digits.text.push_back(text.front());
  const std::size_t e = text.find('e');
  if (e > 2) digits.text.append(text.substr(2, e - 2));
  const std::size_t sign = text[e + 1] == '+' ? 1 : 0;
  std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), digits.exponent);
  return digits;
}

std::string not_finite(double value) {
  if (std::isnan(value)) return "NaN";
  return value < 0 ? "-Infinity" : "Infinity";
}

std::string exponent_text(const Digits& digits) {
  std::string text = digits.text.substr(0, 1);
  if (digits.text.size() > 1) text += "." + digits.text.substr(1);
  text += digits.exponent < 0 ? "e-" : "e+";
  return text + std::to_string(std::abs(digits.exponent));
}

// With the point where `exponent` has it, filled with zeros.
std::string positional_text(const Digits& digits) {
  const int size = static_cast<int>(digits.text.size());
  if (digits.exponent < 0) {
    return "0." + std::string(static_cast<std::size_t>(-digits.exponent - 1), '0') + digits.text;
  }
  const auto whole = static_cast<std::size_t>(digits.exponent) + 1;
  if (digits.exponent + 1 >= size) {
    return digits.text + std::string(whole - digits.text.size(), '0');
  }
  return digits.text.substr(0, whole) + "." + digits.text.substr(whole);
}

constexpr std::size_t kWholeRoom = 20;

// Places in pictures hardly ever have more than three digits.
char* put_whole(char* at, std::uint64_t number) {
  if (number > 999) return std::to_chars(at, at + kWholeRoom, number).ptr;
  if (number > 99) *at++ = static_cast<char>('0' + number / 100);
  if (number > 9) *at++ = static_cast<char>('0' + number / 10 % 10);
  *at++ = static_cast<char>('0' + number % 10);
  return at;
}

// A template since dividing by a constant is much faster.
template <int kDecimals>
char* put_decimal(char* at, std::int64_t scaled) {
  constexpr std::uint64_t kPowers[] = {1, 10, 100, 1000};
  if (scaled < 0) *at++ = '-';
  const auto size = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
  at = put_whole(at, size / kPowers[kDecimals]);
  if (std::uint64_t rest = size % kPowers[kDecimals]; rest > 0) {
    *at = '.';
    for (int i = kDecimals; i > 0; --i, rest /= 10) at[i] = static_cast<char>('0' + rest % 10);
    at += kDecimals;
    while (*at == '0') --at;
    ++at;
  }
  return at;
}

Digits zeros(int count) { return {std::string(static_cast<std::size_t>(count), '0'), 0}; }

}  // namespace

char* put_decimal(char* at, std::int64_t scaled, int decimals) {
  switch (decimals) {
    case 3:
      return put_decimal<3>(at, scaled);
    case 2:
      return put_decimal<2>(at, scaled);
    case 1:
      return put_decimal<1>(at, scaled);
    default:
      return put_decimal<0>(at, scaled);
  }
}

void append_decimal(std::string& out, std::int64_t scaled, int decimals) {
  char room[kDecimalRoom];
  out += std::string_view(room, put_decimal(room, scaled, decimals));
}

Digits shortest_digits(double value) {
  char room[kRoom];
  const auto end = std::to_chars(room, room + kRoom, value, std::chars_format::scientific).ptr;
  return taken_apart({room, end});
}

Digits rounded_digits(double value, int count) {
  const int places = count - 1;
  const bool tie = is_tie(value, places - shortest_digits(value).exponent);
  Digits digits = taken_apart(written(value, std::chars_format::scientific, places, tie));
  if (!tie) return digits;
  digits.text.pop_back();
  increment(digits.text);
  if (digits.text.size() > static_cast<std::size_t>(count)) {
    digits.text.pop_back();
    ++digits.exponent;
  }
  return digits;
}

std::string fixed_text(double value, int places) {
  if (!(value < 1e21)) return plain_number(value);
  if (value < 0x1p53 && value == std::floor(value)) {
    std::string text = std::to_string(static_cast<std::int64_t>(value));
    if (places > 0) text.append(1, '.').append(static_cast<std::size_t>(places), '0');
    return text;
  }
  const bool tie = value != 0 && is_tie(value, places);
  std::string text = written(value, std::chars_format::fixed, places, tie);
  if (!tie) return text;
  text.pop_back();
  if (text.back() == '.') text.pop_back();
  increment(text);
  return text;
}

std::string exponential_text(double value, int places) {
  if (!std::isfinite(value)) return not_finite(value);
  return exponent_text(value == 0 ? zeros(places + 1) : rounded_digits(value, places + 1));
}

std::string precise_text(double value, int count) {
  if (!std::isfinite(value)) return not_finite(value);
  const Digits digits = value == 0 ? zeros(count) : rounded_digits(value, count);
  const bool small_or_large = digits.exponent < -6 || digits.exponent >= count;
  return small_or_large ? exponent_text(digits) : positional_text(digits);
}

std::string plain_number(double value) {
  std::string text;
  append_plain_number(text, value);
  return text;
}

void append_plain_number(std::string& out, double value) {
  const double size = std::abs(value);
  // A decimal of up to 15 digits that reads back is the shortest: no two of them are one double.
  const double thousandths = std::floor(size * 1000 + 0.5);
  if (size < 1e12 && thousandths / 1000 == size) {
    append_decimal(out, static_cast<std::int64_t>(std::copysign(thousandths, value)), 3);
    return;
  }
  if (!std::isfinite(value)) {
    out += not_finite(value);
    return;
  }
  if (value < 0) out += '-';
  if (size >= 1e-6 && size < 0x1p53) {
    char room[kRoom];
    out.append(room, std::to_chars(room, room + kRoom, size, std::chars_format::fixed).ptr);
    return;
  }
  const Digits digits = shortest_digits(size);
  const bool small_or_large = digits.exponent < -6 || digits.exponent >= 21;
  out += small_or_large ? exponent_text(digits) : positional_text(digits);
}

}  // namespace yokoten::chart
