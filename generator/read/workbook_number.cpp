#include "read/workbook_number.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "read/xml_blanks.h"

namespace yokoten {
namespace {

constexpr std::size_t sure_digits = 15;  // so many survive the way through a double
constexpr long long day = 86'400'000;    // ms
constexpr double most_days = 2'958'466;
constexpr double surely_plain = 1e15;  // smaller numbers are written digit by digit

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// `digits` with the point after the first `before`, which may be less than 0 or more than all.
std::string with_point(const std::string& digits, int before) {
  const int count = static_cast<int>(digits.size());
  if (before <= 0) return "0." + std::string(static_cast<std::size_t>(-before), '0') + digits;
  if (before >= count) return digits + std::string(static_cast<std::size_t>(before - count), '0');
  return digits.substr(0, static_cast<std::size_t>(before)) + "." +
         digits.substr(static_cast<std::size_t>(before));
}

std::string with_exponent(const std::string& digits, int exponent) {
  const std::string point = digits.size() > 1 ? "." : "";
  return fmt::format("{}{}{}e{}{}", digits[0], point, digits.substr(1), exponent < 0 ? "-" : "+",
                     std::abs(exponent));
}

/// A number other than 0, put together from its shortest digits and its exponent.
std::string rebuilt_text(double number, std::array<char, 32>& letters) {
  const auto end = std::to_chars(letters.data(), letters.data() + letters.size(), std::fabs(number),
                                 std::chars_format::scientific)
                       .ptr;
  const std::string_view text(letters.data(), static_cast<std::size_t>(end - letters.data()));
  const std::size_t e = text.find('e');
  std::string digits(text.substr(0, e));
  if (digits.size() > 1) digits.erase(1, 1);
  int exponent = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), end, exponent);
  const bool plain = exponent >= -6 && exponent < 21;
  return (number < 0 ? "-" : "") +
         (plain ? with_point(digits, exponent + 1) : with_exponent(digits, exponent));
}

/// `number`, not below 0, with zeros in front where it has fewer than `width` digits.
std::string padded(long long number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string clock_text(long long ms) {
  const long long seconds = ms / 1000;
  std::string text = padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2) + ':' +
                     padded(seconds % 60, 2);
  if (ms % 1000 == 0) return text;
  text += '.' + padded(ms % 1000, 3);
  while (text.back() == '0') text.pop_back();
  return text;
}

/// Takes a number of `least` or more digits, at most nine, from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t least) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  if (size < least || size == 0 || size > 9) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + size, number);
  text.remove_prefix(size);
  return number;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text[0] != wanted) return false;
  text.remove_prefix(1);
  return true;
}

/// `.123456` in milliseconds, rounded; 0 when there is none, empty for a point without digits.
std::optional<long long> take_fraction(std::string_view& text) {
  if (text.empty() || (text[0] != '.' && text[0] != ',')) return 0;
  text.remove_prefix(1);
  long long ms = 0, unit = 100;
  std::size_t size = 0;
  for (; size < text.size() && is_digit(text[size]); ++size, unit /= 10)
    ms += size == 3 ? (text[size] >= '5' ? 1 : 0) : unit * (text[size] - '0');
  text.remove_prefix(size);
  return size == 0 ? std::nullopt : std::optional(ms);
}

/// `10:30:00.5` as milliseconds of a day, at most all of it.
std::optional<long long> take_clock(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || !take(text, ':')) return std::nullopt;
  const auto second = take_digits(text, 2);
  if (!second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  return (*hour * 60LL + *minute) * 60'000 + *second * 1000LL + *fraction;
}

std::string date_text(std::chrono::year_month_day date) {
  return padded(static_cast<int>(date.year()), 4) + '-' +
         padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace

std::optional<double> parse_double(std::string_view text) {
  text = without_blanks(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  if (text.size() == sign || (!is_digit(text[sign]) && text[sign] != '.')) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string number_text(double number) {
  if (number == 0) return "0";
  std::array<char, 32> letters;
  if (std::fabs(number) >= 1e-6 && std::fabs(number) < surely_plain) {
    const auto end = std::to_chars(letters.data(), letters.data() + letters.size(), number).ptr;
    const std::string_view text(letters.data(), static_cast<std::size_t>(end - letters.data()));
    if (text.find('e') == std::string_view::npos) return std::string(text);
  }
  return rebuilt_text(number, letters);
}

bool is_shortest_number(std::string_view text) {
  if (text == "0") return true;
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.size() > sure_digits || !is_digit(text[0])) return false;
  std::size_t point = text.size();
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (is_digit(text[at])) continue;
    if (text[at] != '.' || point != text.size()) return false;
    point = at;
  }
  if (text[0] == '0' && (point != 1 || text.size() == 1)) return false;
  if (point == text.size()) return true;
  return is_digit(text.back()) && text.back() != '0' && !text.starts_with("0.000000");
}

std::optional<std::string> serial_date(double days, bool since_1904, bool with_time) {
  using namespace std::chrono;
  if (!(days >= 0 && days < most_days)) return std::nullopt;
  const long long ms = std::llround(days * static_cast<double>(day));
  long long whole = ms / day;
  if (!since_1904 && (whole < 1 || whole == 60)) return std::nullopt;
  if (!since_1904 && whole < 60) ++whole;
  const sys_days epoch = since_1904 ? sys_days{January / 1 / 1904} : sys_days{December / 30 / 1899};
  const year_month_day date{epoch + std::chrono::days(whole)};
  if (date.year() > year{9999}) return std::nullopt;
  if (ms % day == 0 && !with_time) return date_text(date);
  return date_text(date) + "T" + clock_text(ms % day);
}

std::optional<std::string> serial_time(double days) {
  if (!(std::fabs(days) < most_days)) return std::nullopt;
  const long long ms = std::llround(std::fabs(days) * static_cast<double>(day));
  return (days < 0 && ms != 0 ? "-" : "") + clock_text(ms);
}

std::optional<std::string> iso_date(std::string_view text) {
  using namespace std::chrono;
  text = without_blanks(text);
  const auto year_number = take_digits(text, 4);
  if (!year_number || *year_number > 9999 || !take(text, '-')) return std::nullopt;
  const auto month_number = take_digits(text, 2);
  if (!month_number || !take(text, '-')) return std::nullopt;
  const auto day_number = take_digits(text, 2);
  if (!day_number) return std::nullopt;
  const year_month_day date{year{*year_number}, month{static_cast<unsigned>(*month_number)},
                            std::chrono::day{static_cast<unsigned>(*day_number)}};
  if (!date.ok()) return std::nullopt;
  if (text.empty() || text == "Z") return date_text(date);
  if (!take(text, 'T')) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock || (!text.empty() && text != "Z")) return std::nullopt;
  return date_text(sys_days{date} + days{*clock / day}) + "T" + clock_text(*clock % day);
}

std::optional<std::string> iso_duration(std::string_view text) {
  text = without_blanks(text);
  const bool negative = take(text, '-');
  if (!take(text, 'P')) return std::nullopt;
  long long ms = 0;
  bool any = false, of_day = false;
  std::string_view units = "DHMS";
  while (!text.empty()) {
    if (!of_day && take(text, 'T')) {
      of_day = true;
      continue;
    }
    const auto number = take_digits(text, 1);
    const auto fraction = take_fraction(text);
    if (!number || !fraction || text.empty()) return std::nullopt;
    const std::size_t unit = units.find(text[0]);
    if (unit == std::string_view::npos || (text[0] == 'D') == of_day) return std::nullopt;
    const char letter = text[0];
    if (*fraction != 0 && letter != 'S') return std::nullopt;
    const long long size = letter == 'D'   ? day
                           : letter == 'H' ? 3'600'000
                           : letter == 'M' ? 60'000
                                           : 1000;
    ms += *number * size + *fraction;
    units.remove_prefix(unit + 1);
    text.remove_prefix(1);
    any = true;
  }
  if (!any) return std::nullopt;
  return (negative && ms != 0 ? "-" : "") + clock_text(ms);
}

void leave_out_first_day(std::string& date) {
  constexpr std::string_view first = "-01";
  constexpr std::size_t day = 10;  // letters
  if (date.size() == day && date.ends_with(first)) date.resize(day - first.size());
}

void leave_out_months(std::string& date, bool fiscal) {
  constexpr std::string_view first = "-01-01", first_fiscal = "-04-01";
  constexpr std::size_t year = 4, day = 10;  // letters
  if (date.size() != day) return;
  if (date.ends_with(first) || (fiscal && date.ends_with(first_fiscal)))
    date.replace(year, day - year, fiscal ? "年度" : "");
}

std::string with_zeros(std::string number, std::size_t digits) {
  const bool is_whole = number.find_first_not_of("0123456789") == std::string::npos;
  if (is_whole && number.size() < digits) number.insert(0, digits - number.size(), '0');
  return number;
}

}  // namespace yokoten
