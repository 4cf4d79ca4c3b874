#include <algorithm>
#include <cmath>
#include <cstdint>

#include "chart/scale/calendar.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {
namespace {

constexpr double kMillisecondsOfMinute = 60'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads a date text from left to right; a part that is not there is -1.
struct Reader {
  std::string_view rest;

  char next() const { return rest.empty() ? '\0' : rest.front(); }

  bool take(char wanted) {
    if (next() != wanted) return false;
    rest.remove_prefix(1);
    return true;
  }

  int take_digits(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    int number = 0;
    while (count < most && count < rest.size() && is_digit(rest[count])) {
      number = number * 10 + (rest[count++] - '0');
    }
    if (count < least) return -1;
    rest.remove_prefix(count);
    return number;
  }
};

struct Date {
  std::int64_t year = 0;
  int month = 1, day = 1;
  bool valid() const { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }
  double milliseconds() const { return milliseconds_of_day(year, month - 1, day); }
};

// 2024, 2024-09, 2024-09-13, +002024-09-13.
bool read_iso_date(Reader& reader, Date& date) {
  const char sign = reader.next();
  if (sign == '+' || sign == '-') {
    reader.take(sign);
    const int year = reader.take_digits(6, 6);
    if (year < 0 || (year == 0 && sign == '-')) return false;
    date.year = sign == '-' ? -year : year;
  } else {
    date.year = reader.take_digits(4, 4);
    if (date.year < 0) return false;
  }
  if (reader.take('-')) {
    date.month = reader.take_digits(2, 2);
    if (reader.take('-')) date.day = reader.take_digits(2, 2);
  }
  return date.valid() && !is_digit(reader.next());
}

// 2024/9, 2024/09/13, 2024-9-13.
bool read_loose_date(Reader& reader, Date& date) {
  date.year = reader.take_digits(4, 4);
  const char between = reader.next();
  if (date.year < 1000 || (between != '/' && between != '-')) return false;
  reader.take(between);
  date.month = reader.take_digits(1, 2);
  if (reader.take(between)) date.day = reader.take_digits(1, 2);
  return date.valid() && !is_digit(reader.next());
}

// Digits behind the point: tenths, hundredths, thousandths; more are cut.
double read_fraction(Reader& reader) {
  double unit = 100, milliseconds = 0;
  while (is_digit(reader.next())) {
    milliseconds += unit * reader.take_digits(1, 1);
    unit = std::floor(unit / 10);
  }
  return milliseconds;
}

// 10:00, 10:00:30, 10:00:30.5 as milliseconds, NaN where it is none.
double read_clock(Reader& reader, std::size_t least_hour_digits) {
  const int hour = reader.take_digits(least_hour_digits, 2);
  const int minute = reader.take(':') ? reader.take_digits(2, 2) : -1;
  int second = 0;
  double milliseconds = 0;
  if (reader.take(':')) {
    second = reader.take_digits(2, 2);
    if (second >= 0 && reader.take('.')) {
      if (!is_digit(reader.next())) return std::nan("");
      milliseconds = read_fraction(reader);
    }
  }
  const bool within = hour >= 0 && hour <= 24 && minute >= 0 && minute < 60 && second >= 0 &&
                      second < 60 && (hour < 24 || (minute == 0 && second == 0));
  if (!within || (hour == 24 && milliseconds != 0)) return std::nan("");
  return hour * 60 * kMillisecondsOfMinute + minute * kMillisecondsOfMinute + second * 1000 +
         milliseconds;
}

// Z, +09:00, +0900 as milliseconds; 0 where nothing stands; NaN where it is none.
double read_zone(Reader& reader) {
  if (reader.rest.empty() || reader.take('Z')) return 0;
  const char sign = reader.next();
  if (sign != '+' && sign != '-') return std::nan("");
  reader.take(sign);
  const int hour = reader.take_digits(2, 2);
  reader.take(':');
  const int minute = reader.take_digits(2, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nan("");
  return (sign == '-' ? -1 : 1) * (hour * 60 + minute) * kMillisecondsOfMinute;
}

std::optional<double> finished(const Reader& reader, double milliseconds) {
  milliseconds = clipped_time(milliseconds);
  if (!reader.rest.empty() || std::isnan(milliseconds)) return std::nullopt;
  return milliseconds;
}

std::optional<double> iso_time(std::string_view text) {
  Reader reader{text};
  Date date;
  if (!read_iso_date(reader, date)) return std::nullopt;
  if (reader.rest.empty()) return finished(reader, date.milliseconds());
  if (!reader.take('T')) return std::nullopt;
  const double clock = read_clock(reader, 2);
  const double zone = read_zone(reader);
  return finished(reader, date.milliseconds() + clock - zone);
}

std::optional<double> loose_time(std::string_view text) {
  Reader reader{text};
  Date date;
  if (!read_loose_date(reader, date)) return std::nullopt;
  if (reader.rest.empty()) return finished(reader, date.milliseconds());
  if (!reader.take(' ')) return std::nullopt;
  const double clock = read_clock(reader, 1);
  const double zone = read_zone(reader);
  return finished(reader, date.milliseconds() + clock - zone);
}

// 2024-09-13, as nearly all of them are.
std::optional<double> day_time(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9})
    if (!is_digit(text[at])) return std::nullopt;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  const Date date{two(0) * 100 + two(2), two(5), two(8)};
  return date.valid() ? std::optional(date.milliseconds()) : std::nullopt;
}

}  // namespace

std::optional<double> milliseconds_of(std::string_view text) {
  if (const std::optional<double> day = day_time(text)) return day;
  if (const std::optional<double> iso = iso_time(text)) return iso;
  return loose_time(text);
}

}  // namespace yokoten::chart
