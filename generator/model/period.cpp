#include "model/period.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace yokoten {
namespace {

int days_in_month(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// All of `text` as a number of exactly `digits` digits, or -1.
int number(std::string_view text, std::size_t digits) {
  int value = 0;
  if (text.size() != digits || text[0] < '0' || text[0] > '9') return -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

std::optional<Period> made(PeriodKind kind, int year, int part = 0, int day = 0) {
  if (year < 1800 || year > 2999) return std::nullopt;
  return Period{kind, static_cast<std::int16_t>(year), static_cast<std::int8_t>(part),
                static_cast<std::int8_t>(day)};
}

Date months_later(Date date, int months) {
  const int month = date.month - 1 + months;
  Date result{date.year + month / 12, month % 12 + 1, date.day};
  while (!is_valid(result)) --result.day;
  return result;
}

Date days_later(Date date, int days) {
  using namespace std::chrono;
  const sys_days start = year{date.year} / date.month / date.day;
  const year_month_day end{start + std::chrono::days{days}};
  return {static_cast<int>(end.year()), static_cast<int>(static_cast<unsigned>(end.month())),
          static_cast<int>(static_cast<unsigned>(end.day()))};
}

}  // namespace

bool is_valid(Date date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const Date date{number(iso.substr(0, 4), 4), number(iso.substr(5, 2), 2),
                  number(iso.substr(8, 2), 2)};
  return date.year >= 1800 && is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string to_text(Date date) {
  if (date.year < 0 || date.year > 9999 || date.month > 99 || date.day > 99)
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t last, int number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  put(3, date.year);
  put(6, date.month);
  put(9, date.day);
  return text;
}

std::optional<Period> parse_period(std::string_view text) {
  const int year = text.size() >= 4 ? number(text.substr(0, 4), 4) : -1;
  if (year < 0) return std::nullopt;
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return made(PeriodKind::year, year);
  if (rest == "FY") return made(PeriodKind::fiscal_year, year);
  if (rest == "H1" || rest == "H2") return made(PeriodKind::half, year, rest[1] - '0');
  if (rest.size() == 3 && rest.starts_with("-Q") && rest[2] >= '1' && rest[2] <= '4')
    return made(PeriodKind::quarter, year, rest[2] - '0');
  if (rest.size() == 3 && rest[0] == '-') {
    const int month = number(rest.substr(1), 2);
    if (month < 1 || month > 12) return std::nullopt;
    return made(PeriodKind::month, year, month);
  }
  const auto date = parse_date(text);
  if (!date) return std::nullopt;
  return made(PeriodKind::day, date->year, date->month, date->day);
}

std::string to_text(Period period) {
  const int year = period.year, part = period.part, day = period.day;
  switch (period.kind) {
    case PeriodKind::none:
      return {};
    case PeriodKind::year:
      return fmt::format("{:04}", year);
    case PeriodKind::fiscal_year:
      return fmt::format("{:04}FY", year);
    case PeriodKind::half:
      return fmt::format("{:04}H{}", year, part);
    case PeriodKind::quarter:
      return fmt::format("{:04}-Q{}", year, part);
    case PeriodKind::month:
      return std::to_string(year) + (part < 10 ? "-0" : "-") + std::to_string(part);
    case PeriodKind::day:
      return fmt::format("{:04}-{:02}-{:02}", year, part, day);
  }
  return {};
}

std::string to_japanese(Period period) {
  const std::string year = std::to_string(period.year) + "年";
  const int part = period.part;
  switch (period.kind) {
    case PeriodKind::none:
      return {};
    case PeriodKind::year:
      return year;
    case PeriodKind::fiscal_year:
      return year + "度";
    case PeriodKind::half:
      return year + (part == 1 ? "度上半期" : "度下半期");
    case PeriodKind::quarter:
      return year + std::to_string(3 * part - 2) + "～" + std::to_string(3 * part) + "月期";
    case PeriodKind::month:
      return year + std::to_string(part) + "月";
    case PeriodKind::day:
      return year + std::to_string(part) + "月" + std::to_string(period.day) + "日";
  }
  return {};
}

std::string to_english(Period period) {
  constexpr std::array<const char*, 12> months = {"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
  const auto month = [&](int number) { return months[static_cast<std::size_t>(number - 1)]; };
  const int year = period.year, part = period.part, day = period.day;
  switch (period.kind) {
    case PeriodKind::none:
      return {};
    case PeriodKind::year:
      return fmt::format("{}", year);
    case PeriodKind::fiscal_year:
      return fmt::format("FY{}", year);
    case PeriodKind::half:
      return fmt::format("{} half of FY{}", part == 1 ? "first" : "second", year);
    case PeriodKind::quarter:
      return fmt::format("{}–{} {}", month(3 * part - 2), month(3 * part), year);
    case PeriodKind::month:
      return fmt::format("{} {}", month(part), year);
    case PeriodKind::day:
      return fmt::format("{} {} {}", day, month(part), year);
  }
  return {};
}

Date first_day(Period period) {
  const int year = period.year;
  switch (period.kind) {
    case PeriodKind::none:
      return {};
    case PeriodKind::year:
      return {year, 1, 1};
    case PeriodKind::fiscal_year:
      return {year, 4, 1};
    case PeriodKind::half:
      return {year, period.part == 1 ? 4 : 10, 1};
    case PeriodKind::quarter:
      return {year, 3 * period.part - 2, 1};
    case PeriodKind::month:
      return {year, period.part, 1};
    case PeriodKind::day:
      return {year, period.part, period.day};
  }
  return {};
}

Date last_day(Period period) {
  const int year = period.year;
  switch (period.kind) {
    case PeriodKind::none:
      return {};
    case PeriodKind::year:
      return {year, 12, 31};
    case PeriodKind::fiscal_year:
      return {year + 1, 3, 31};
    case PeriodKind::half:
      return period.part == 1 ? Date{year, 9, 30} : Date{year + 1, 3, 31};
    case PeriodKind::quarter:
      return {year, 3 * period.part, days_in_month(year, 3 * period.part)};
    case PeriodKind::month:
      return {year, period.part, days_in_month(year, period.part)};
    case PeriodKind::day:
      return {year, period.part, period.day};
  }
  return {};
}

std::strong_ordering order(Period a, Period b) {
  const auto by_end = last_day(a) <=> last_day(b);
  return by_end != 0 ? by_end : first_day(b) <=> first_day(a);
}

std::optional<Date> later(Date date, std::string_view duration) {
  if (duration.size() < 3 || duration.front() != 'P') return std::nullopt;
  int number = 0;
  const char* last = duration.data() + duration.size() - 1;
  const auto [end, error] = std::from_chars(duration.data() + 1, last, number);
  if (error != std::errc() || end != last || number < 0) return std::nullopt;
  switch (*last) {
    case 'Y':
      return months_later(date, 12 * number);
    case 'M':
      return months_later(date, number);
    case 'D':
      return days_later(date, number);
    default:
      return std::nullopt;
  }
}

}  // namespace yokoten
