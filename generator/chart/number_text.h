#pragma once

#include <string>

namespace yokoten {

/// Appends a coordinate: two decimals at most, no trailing zeros, no "-0". A number that no screen
/// could hold is cut to ±1e7; what is not a number becomes 0.
void append_coordinate(std::string& out, double value);

/// `value` with `decimals` decimals and commas between thousands ("1,788", "−0.5").
std::string grouped_number(double value, int decimals);

}  // namespace yokoten
