#include "model/period_digits.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

#include "base/text.h"

namespace yokoten {
namespace {

constexpr int kFirstSerial = 20'000, kLastSerial = 80'000;  // days: 1954 to 2119
constexpr int kSerialOfEpoch = 25'569;                      // days: 1 January 1970
constexpr int kFirstYear = 1900, kLastYear = 2099;          // that digits alone may name

// A number that is written in so many digits, else 0.
int number_in(std::string_view text, std::size_t fewest, std::size_t most) {
  int value = 0;
  if (text.size() < fewest || text.size() > most || !is_digits(text)) return 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_year(int number) { return number >= kFirstYear && number <= kLastYear; }

struct NumberedMonth {
  int year = 0, month = 0;  ///< 0 where it is none
};

NumberedMonth month_behind_point(std::string_view text) {
  constexpr std::size_t point = 4;
  if (text.size() <= point || text[point] != '.') return {};
  const int year = number_in(text.substr(0, point), point, point);
  const int month = number_in(text.substr(point + 1), 1, 2);
  return is_year(year) && month <= 12 ? NumberedMonth{year, month} : NumberedMonth{};
}

// How many digits were taken from the beginning.
std::size_t take_digits(std::string_view& text) {
  const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(length);
  return length;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

// 00:00, 10:30:00.5, 00:00:00+09:00; behind a blank also 0:00.
bool is_clock(std::string_view text, bool behind_blank) {
  const std::size_t hours = take_digits(text);
  if (hours != 2 && (hours != 1 || !behind_blank)) return false;
  if (!take(text, ":") || take_digits(text) != 2) return false;
  if (take(text, ":") && take_digits(text) != 2) return false;
  if (take(text, ".") && take_digits(text) == 0) return false;
  take(text, "+09:00");
  return text.empty();
}

}  // namespace

std::optional<Period> day_of_serial(std::string_view text) {
  const int days = number_in(text, 5, 5);
  if (days < kFirstSerial || days > kLastSerial) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(days - kSerialOfEpoch))};
  return Period{PeriodKind::day, static_cast<std::int16_t>(static_cast<int>(date.year())),
                static_cast<std::int8_t>(static_cast<unsigned>(date.month())),
                static_cast<std::int8_t>(static_cast<unsigned>(date.day()))};
}

std::optional<Period> period_of_digits(std::string_view text) {
  constexpr std::size_t with_month = 6, with_day = 8;
  if (!is_digits(text) || (text.size() != with_month && text.size() != with_day))
    return std::nullopt;
  std::string parted = std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2));
  if (text.size() == with_day) (parted += '-') += text.substr(with_month);
  const auto period = parse_period(parted);
  return period && is_year(period->year) ? period : std::nullopt;
}

bool may_be_two_months(std::string_view text) {
  return month_behind_point(text).month == 1 && text.ends_with(".1");
}

bool is_day_without_era(std::string_view text) {
  const std::size_t first = take_digits(text);
  const char sign = text.empty() ? '\0' : text.front();
  if (first < 1 || first > 2 || (sign != '.' && sign != '/' && sign != '-')) return false;
  text.remove_prefix(1);
  const std::size_t second = take_digits(text);
  if (second < 1 || second > 2 || text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  const std::size_t third = take_digits(text);
  return third >= 1 && third <= 2 && text.empty();
}

std::string_view before_clock(std::string_view text) {
  const std::size_t at = text.find_last_of("T ");
  if (at == std::string_view::npos || at == 0) return text;
  return is_clock(text.substr(at + 1), text[at] == ' ') ? text.substr(0, at) : text;
}

std::optional<Period> month_of_number(std::string_view text) {
  const auto [year, month] = month_behind_point(text);
  if (month == 0 || may_be_two_months(text)) return std::nullopt;
  return Period{PeriodKind::month, static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                0};
}

}  // namespace yokoten
