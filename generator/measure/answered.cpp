#include "measure/answered.h"

#include <string>

#include "base/decimal.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::size_t hour = 3;  // behind year, month and day
constexpr double noon = 12;

bool is_afternoon(const std::string& text) {
  return text.find("午後") != std::string::npos ||
         lower_ascii(text).find("pm") != std::string::npos;
}

}  // namespace

std::vector<double> answered_at(std::string_view cell) {
  const std::string text = folded(cell);
  if (const auto number = parse_decimal(text)) return {to_double(*number)};
  std::vector<double> numbers;
  bool in_number = false;
  for (const char letter : text) {
    const bool digit = letter >= '0' && letter <= '9';
    if (digit && !in_number) numbers.push_back(0);
    if (digit) numbers.back() = numbers.back() * 10 + (letter - '0');
    in_number = digit;
  }
  if (numbers.size() > hour && numbers[hour] < noon && is_afternoon(text)) numbers[hour] += noon;
  return numbers;
}

}  // namespace yokoten
