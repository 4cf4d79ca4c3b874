#include "chart/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace yokoten {
namespace {

constexpr double kWidestPicture = 1e7;

}  // namespace

void append_coordinate(std::string& out, double value) {
  if (std::isnan(value)) value = 0;
  const auto hundredths = std::llround(std::clamp(value, -kWidestPicture, kWidestPicture) * 100);
  const auto size = hundredths < 0 ? -hundredths : hundredths;
  char digits[24];
  char* end = digits;
  if (hundredths < 0) *end++ = '-';
  end = std::to_chars(end, digits + sizeof digits, size / 100).ptr;
  if (const auto rest = size % 100; rest != 0) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) *end++ = static_cast<char>('0' + rest % 10);
  }
  out.append(digits, end);
}

std::string grouped_number(double value, int decimals) {
  char digits[400];  // the widest double has 309 digits before its point
  const auto result = std::to_chars(digits, digits + sizeof digits, std::fabs(value),
                                    std::chars_format::fixed, decimals);
  std::string text(digits, result.ptr);
  const bool zero = text.find_first_of("123456789") == std::string::npos;
  std::size_t at = std::min(text.find('.'), text.size());
  for (; at > 3 && std::isfinite(value); at -= 3) text.insert(at - 3, ",");
  return (value < 0 && !zero ? "\u2212" : "") + text;
}

}  // namespace yokoten
