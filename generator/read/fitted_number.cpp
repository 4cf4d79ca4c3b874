#include "read/fitted_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "read/workbook_number.h"

namespace yokoten {
namespace {

constexpr int sure_digits_of_a_double = 15;  // what Excel keeps and shows
constexpr double most_fitted = 1e15;

// Asked for every number of a sheet, of which nearly all are short.
bool may_be_too_long(std::string_view stored) {
  return stored.size() > decimal_digits || stored.find_first_of("eE") != std::string_view::npos;
}

}  // namespace

std::optional<std::string> fitted_number(std::string_view stored) {
  if (!may_be_too_long(stored) || parse_decimal(stored)) return std::nullopt;
  const auto number = parse_double(stored);
  if (!number || !(std::fabs(*number) < most_fitted)) return std::nullopt;
  const double size = std::fabs(*number);
  const int before = size < 1 ? 0 : static_cast<int>(std::log10(size)) + 1;
  const int places = std::max(sure_digits_of_a_double - before, 0);
  std::string text = fmt::format("{:.{}f}", *number, places);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace yokoten
