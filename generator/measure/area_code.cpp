#include "measure/area_code.h"

#include <algorithm>

namespace yokoten {

char check_digit(std::string_view five) {
  int weighted = 0;
  for (std::size_t at = 0; at < 5; ++at) weighted += (five[at] - '0') * (6 - static_cast<int>(at));
  // Only the last digit of the difference counts: 11 gives 1 and 10 gives 0.
  return static_cast<char>('0' + (11 - weighted % 11) % 10);
}

std::optional<std::string> six_digit_code(std::string_view digits) {
  if (!is_digits(digits) || digits.size() == 3 || digits.size() == 4 || digits.size() > 6)
    return std::nullopt;
  if (digits == "000000" || digits == "00000") return "000000";  // 全国 has no check digit
  std::string code(digits);
  if (code.size() == 1) code.insert(code.begin(), '0');
  if (code.size() == 2) code += "000";
  if (code.size() == 5) return code + check_digit(code);
  return check_digit(code) == code[5] ? std::optional(code) : std::nullopt;
}

}  // namespace yokoten
