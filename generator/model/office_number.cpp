#include "model/office_number.h"

#include <algorithm>

namespace yokoten {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
constexpr std::size_t kLength = 10;
constexpr int kPrefectures = 47;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

char office_check_digit(std::string_view nine) {
  int sum = 0;
  int weight = 2;
  for (auto at = nine.rbegin(); at != nine.rend(); ++at, weight = 3 - weight) {
    const std::size_t value = kCharacters.find(*at);
    if (value == std::string_view::npos) return '\0';
    const int product = static_cast<int>(value) * weight;
    sum += product / 10 + product % 10;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string restored_office_number(std::string_view number, std::string_view prefecture) {
  const bool only_zeros = number.find_first_not_of('0') == std::string_view::npos;
  if (!number.empty() && number.size() <= kLength && only_zeros) return std::string(kLength, '0');
  const std::string full = "0" + std::string(number);
  const bool sound = full.size() == kLength && fault_of_office(full) == OfficeFault::none;
  return sound && full.starts_with(prefecture) ? full : std::string(number);
}

OfficeFault fault_of_office(std::string_view number, std::string_view kinds) {
  if (number.size() != kLength) return OfficeFault::length;
  if (number == "0000000000") return OfficeFault::test;
  if (number.find_first_not_of(kCharacters) != std::string_view::npos) return OfficeFault::letters;
  if (!is_digit(number[0]) || !is_digit(number[1])) return OfficeFault::prefecture;
  const int prefecture = (number[0] - '0') * 10 + (number[1] - '0');
  if (prefecture < 1 || prefecture > kPrefectures) return OfficeFault::prefecture;
  if (kinds.find(number[2]) == std::string_view::npos) return OfficeFault::kind;
  if (office_check_digit(number.substr(0, kLength - 1)) != number.back())
    return OfficeFault::check_digit;
  return OfficeFault::none;
}

}  // namespace yokoten
