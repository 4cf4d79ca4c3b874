#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// The check digit of a five-digit area code (weights 6 5 4 3 2, eleven less the remainder).
char check_digit(std::string_view five);

/// The six-digit code that `digits` stands for: five digits get their check digit, one or two are a
/// prefecture's number, five or six zeros are the nation. Empty when there is no such form or the
/// check digit is wrong.
std::optional<std::string> six_digit_code(std::string_view digits);

}  // namespace yokoten
