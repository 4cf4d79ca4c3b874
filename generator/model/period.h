#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// A calendar date, proleptic Gregorian.
struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

bool is_valid(Date date);
std::optional<Date> parse_date(std::string_view iso);  ///< `2024-09-13`
std::string to_text(Date date);

enum class PeriodKind : std::uint8_t { none, year, fiscal_year, half, quarter, month, day };

/// A span of time as open data name it: `2024`, `2024FY`, `2024H2` (halves of the fiscal year,
/// H1 April to September), `2024-Q1` (quarters of the calendar year, Q1 January to March; the first
/// of a fiscal year is its Q2), `2024-09`, `2024-09-13`. `none` is a figure without a stated time.
struct Period {
  PeriodKind kind = PeriodKind::none;
  std::int16_t year = 0;
  std::int8_t part = 0;  ///< half 1–2, quarter 1–4, month 1–12
  std::int8_t day = 0;

  bool operator==(const Period&) const = default;
};

std::optional<Period> parse_period(std::string_view text);
std::string to_text(Period period);

/// 2024年度, 2024年度下半期, 2024年1～3月期, 2024年9月, 2024年9月13日; empty for none.
std::string to_japanese(Period period);
/// 13 September 2024, September 2024, 2024, FY2024, first half of FY2024, January–March 2025.
std::string to_english(Period period);

Date first_day(Period period);
Date last_day(Period period);

/// `date` and an ISO duration of years, months or days (P1Y, P6M, P90D) later; days that the month
/// does not have become its last. Empty when the duration is none.
std::optional<Date> later(Date date, std::string_view duration);

/// By the last day, then the first: a year sorts after its months. `none` is before all.
std::strong_ordering order(Period a, Period b);

}  // namespace yokoten
