#include "measure/answered.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

#include "base/decimal.h"
#include "base/text.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

bool take_end(std::string_view& text, std::string_view word) {
  text = trimmed_text(text);
  if (!text.ends_with(word)) return false;
  text = trimmed_text(text.substr(0, text.size() - word.size()));
  return true;
}

bool take_front(std::string_view& text, std::string_view word) {
  text = trimmed_text(text);
  if (!text.starts_with(word)) return false;
  text = trimmed_text(text.substr(word.size()));
  return true;
}

/// A number of one or two digits below `limit`; -1 for none.
int take_number(std::string_view& text, int limit) {
  text = trimmed_text(text);
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0 || end > 2) return -1;
  const int number = std::stoi(std::string(text.substr(0, end)));
  text.remove_prefix(end);
  return number < limit ? number : -1;
}

// Eras are known by their capitals.
std::string in_capitals(std::string_view text) {
  std::string out(text);
  for (char& each : out)
    if (each >= 'a' && each <= 'z') each = static_cast<char>(each - 'a' + 'A');
  return out;
}

std::optional<std::int64_t> first_second(std::string_view date) {
  const auto period = period_of_cell(in_capitals(date));
  if (!period || period->kind != PeriodKind::day) return std::nullopt;
  const Date at = first_day(*period);
  const std::chrono::year_month_day calendar{std::chrono::year(at.year),
                                             std::chrono::month(static_cast<unsigned>(at.month)),
                                             std::chrono::day(static_cast<unsigned>(at.day))};
  return std::chrono::sys_days(calendar).time_since_epoch().count() * day;
}

enum class Half { none, morning, afternoon };

Half half_of_day(std::string_view& text) {
  if (take_end(text, "午前") || take_end(text, "am")) return Half::morning;
  return take_end(text, "午後") || take_end(text, "pm") ? Half::afternoon : Half::none;
}

// The hour of a clock of 24; 12 in the morning is midnight. -1 for none, and for 13 in the morning.
int hour_of(int number, Half half) {
  if (number < 0 || (half == Half::morning && number > 12)) return -1;
  if (half == Half::morning && number == 12) return 0;
  return half == Half::afternoon && number < 12 ? number + 12 : number;
}

// `5`, `5分30秒`, `05:30`, `05:30.250` behind the hour; empty where something else is left.
std::optional<Answered> minutes_of(std::string_view text) {
  if (trimmed_text(text).empty()) return Answered{0, hour - 1};
  const int minutes = take_number(text, 60);
  if (minutes < 0) return std::nullopt;
  const bool more = take_front(text, ":") || take_front(text, "分");
  if (trimmed_text(text).empty()) return Answered{minutes * minute, minutes * minute + 59};
  const int seconds = more ? take_number(text, 60) : -1;
  take_end(text, "秒");
  if (text.starts_with('.') && is_digits(text.substr(1))) text = {};
  if (seconds < 0 || !trimmed_text(text).empty()) return std::nullopt;
  return Answered{minutes * minute + seconds, minutes * minute + seconds};
}

// A form in Japan may say so; other zones are not converted.
void take_zone(std::string_view& text) {
  for (const std::string_view zone : {"gmt+9", "utc+9", "jst", "+09:00", "+0900"})
    if (take_end(text, zone)) return;
}

// What stands before the time: a day, and perhaps its name in brackets.
std::optional<std::int64_t> day_before(std::string_view text) {
  take_end(text, "t");
  text = trimmed_text(text);
  for (const std::string_view name : {"月", "火", "水", "木", "金", "土", "日"})
    if (take_end(text, "(" + std::string(name) + ")")) break;
  return first_second(text);
}

// `hours` is where the number before the first colon or 時 begins, `mark` where that stands.
std::optional<Answered> with_time(std::string_view text, std::size_t hours, std::size_t mark) {
  std::string_view number = text.substr(hours, mark - hours), date = text.substr(0, hours);
  std::string_view rest = text.substr(mark);
  if (!take_front(rest, ":")) take_front(rest, "時");
  Half half = half_of_day(date);
  if (half == Half::none) half = half_of_day(rest);
  const int clock = hour_of(take_number(number, 24), half);
  const auto first = day_before(date);
  auto made = minutes_of(rest);
  if (clock < 0 || !first || !made) return std::nullopt;
  made->first += *first + clock * hour;
  made->last += *first + clock * hour;
  return made;
}

// Days since the end of 1899 with a part of one.
std::optional<Answered> serial_time(const std::string& text) {
  const auto number = parse_decimal(text);
  if (!number || number->scale == 0) return std::nullopt;
  const auto first = first_second(text.substr(0, text.find('.')));
  if (!first) return std::nullopt;
  const double part = to_double(*number) - std::floor(to_double(*number));
  const std::int64_t at = *first + std::llround(part * static_cast<double>(day));
  return Answered{at, at};
}

}  // namespace

std::optional<Answered> answered_at(std::string_view cell) {
  const std::string small = lower_ascii(folded(cell));
  std::string_view text = small;
  take_zone(text);
  if (const auto serial = serial_time(std::string(text))) return serial;
  const std::size_t mark = std::min(text.find(':'), text.find("時"));
  if (mark == std::string_view::npos) {
    const auto first = day_before(text);
    return first ? std::optional(Answered{*first, *first + day - 1}) : std::nullopt;
  }
  const std::size_t hours = text.find_last_not_of("0123456789", mark - 1) + 1;
  return mark == 0 ? std::nullopt : with_time(text, hours, mark);
}

bool is_surely_before(const Answered& a, const Answered& b) { return a.last < b.first; }

}  // namespace yokoten
