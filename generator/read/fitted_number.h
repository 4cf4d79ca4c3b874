#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// What a program stores of a number that has more digits than a Decimal holds, or an exponent
/// (`0.0017231476163124641`, `2e-7`), rounded to 15 digits and 15 places, so that what calculating
/// leaves of a 0 (`-2.8e-17`) is 0. Nothing for a number that fits as it is, for one too large to
/// be rounded, and for what is none.
std::optional<std::string> fitted_number(std::string_view stored);

}  // namespace yokoten
