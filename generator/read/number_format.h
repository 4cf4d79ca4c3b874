#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "read/number_dress.h"

namespace yokoten {

/// What a spreadsheet's number format makes of a number; month is a date that shows its month, with
/// or without its year, but no day, year and fiscal_year (2024年度) one that shows nothing but its
/// year.
enum class NumberForm : std::uint8_t {
  number,
  percent,
  date,
  month,
  year,
  fiscal_year,
  date_time,
  time
};

/// A number format: one form for positive numbers, one for negative ones, one for 0.
class NumberFormat {
 public:
  NumberFormat() = default;
  /// From the code that XLSX stores, such as `yyyy"年"m"月"d"日"` or `0.0%;[Red]-0.0%`.
  explicit NumberFormat(std::string_view code);
  explicit NumberFormat(NumberForm form) : forms_{form, form, form} {}

  NumberForm of(double number) const { return forms_[number > 0 ? 0 : number < 0 ? 1 : 2]; }
  /// What is shown besides the digits; plain where conditions decide.
  const NumberDress& dress(double number) const {
    return dresses_[number > 0 ? 0 : number < 0 ? 1 : 2];
  }
  /// Whether a condition (`[>=100]`) decides between forms that differ, or whether something else
  /// than the number is shown; of() goes by the sign alone.
  bool depends() const { return depends_; }
  /// How many digits it shows at least, where it is made of zeros alone (000000): as codes are
  /// kept. 0 for all others.
  std::size_t zeros() const { return zeros_; }
  /// Whether it leaves numbers as they are, whatever they are.
  bool is_plain() const {
    return !depends_ && zeros_ == 0 && forms_ == std::array<NumberForm, 3>{} &&
           std::ranges::all_of(dresses_, &NumberDress::is_plain);
  }

 private:
  std::array<NumberForm, 3> forms_{};
  std::array<NumberDress, 3> dresses_;
  bool depends_ = false;
  std::size_t zeros_ = 0;
};

/// The format of an id below 164 that a file need not define, as Excel in Japanese has them: 14–22,
/// 27–36, 45–47, 50–58 are dates and times. Plain for others.
NumberFormat builtin_format(int id);

}  // namespace yokoten
