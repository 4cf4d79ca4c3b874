#include "model/boundaries.h"

#include <algorithm>

namespace yokoten {
namespace {

// 地方公共団体コード: weights 6 to 2, then the remainder of 11, last digit only.
char check_digit(std::string_view five) {
  int sum = 0, weight = 6;
  for (const char digit : five) sum += (digit - '0') * weight--;
  return static_cast<char>('0' + (11 - sum % 11) % 10);
}

}  // namespace

int area_of_code(const Areas& areas, std::string_view code) {
  std::string full(code);
  if (!std::all_of(full.begin(), full.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return Areas::none;
  if (full.size() == 2) full += "000";
  if (full.size() == 5) full += check_digit(full);
  return full.size() == 6 ? areas.by_code(full) : Areas::none;
}

}  // namespace yokoten
