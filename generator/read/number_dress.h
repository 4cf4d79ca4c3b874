#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"

namespace yokoten {

/// What a number format shows of a number besides its digits.
struct NumberDress {
  std::string before, after;  ///< words in front of the digits and behind them
  int thousands = 0;          ///< how often it is divided by 1,000 before it is shown
  bool has_digits = true;     ///< false: only the words are to be seen, or nothing

  bool is_plain() const { return before.empty() && after.empty() && thousands == 0 && has_digits; }
  /// Whether another number is seen than is stored, or none. `-` for 0 is no other.
  bool misleads() const;
};

/// How a number is read whose format shows it in this dress.
struct DressedNumber {
  std::optional<std::string> text;  ///< read in its place: the shown fiscal year, what hides it
  std::optional<Message> warning;   ///< `cell.format`
};

/// `number` as the cell has it in a table (35000, -5, 0.247).
DressedNumber dressed_number(std::string_view number, const NumberDress& dress);

/// The dress of a number that is only known as it is shown: 35 千円 of 35000.
NumberDress dress_of_shown(std::string_view shown, double number);

}  // namespace yokoten
