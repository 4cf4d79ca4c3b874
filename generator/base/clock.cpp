#include "base/clock.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>

namespace yokoten {

namespace chrono = std::chrono;

std::int64_t SystemClock::now() {
  return chrono::duration_cast<chrono::seconds>(chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string utc_text(std::int64_t seconds) {
  const chrono::sys_seconds moment{chrono::seconds(seconds)};
  const auto day = chrono::floor<chrono::days>(moment);
  const chrono::year_month_day date(day);
  const chrono::hh_mm_ss time(moment - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

std::string japanese_day(std::int64_t seconds) {
  constexpr std::int64_t ahead = 9 * 3600;
  constexpr std::size_t day_letters = 10;  // of 2026-11-20T08:30:00Z
  return utc_text(seconds + ahead).substr(0, day_letters);
}

std::optional<std::int64_t> parse_utc(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  const std::string whole(text);
  if (std::sscanf(whole.c_str(), "%4d-%2d-%2dT%2d:%2d:%2dZ", &year, &month, &day, &hour, &minute,
                  &second) != 6)
    return std::nullopt;
  const chrono::year_month_day date{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                    chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  const auto moment = chrono::sys_days(date) + chrono::hours(hour) + chrono::minutes(minute) +
                      chrono::seconds(second);
  const std::int64_t seconds =
      chrono::duration_cast<chrono::seconds>(moment.time_since_epoch()).count();
  // Whatever sscanf lets pass (blanks, 25 o'clock, words behind) comes out as another text.
  return utc_text(seconds) == text ? std::optional(seconds) : std::nullopt;
}

}  // namespace yokoten
