#include "model/period.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

namespace {

Period period(const std::string& text) {
  const auto parsed = parse_period(text);
  REQUIRE_MESSAGE(parsed, text);
  return *parsed;
}

}  // namespace

TEST_CASE("every kind of period comes back as it was written") {
  for (const char* text :
       {"2024", "2024FY", "2024H1", "2024H2", "2024-Q1", "2024-Q4", "2024-09", "2024-09-13"})
    CHECK(to_text(period(text)) == text);
}

TEST_CASE("texts that are no periods are refused") {
  for (const char* text :
       {"", "24", "2024-13", "2024-9", "2024-02-30", "2024H3", "2024Q1", "2024-Q0", "2024-Q5",
        "2024-q1", "2024fy", "2024-09-13T00:00", "1799", "令和5年度", "2024 "})
    CHECK_MESSAGE(!parse_period(text), text);
}

TEST_CASE("the 29th of February exists in leap years only") {
  CHECK(parse_date("2024-02-29"));
  CHECK_FALSE(parse_date("2023-02-29"));
  CHECK_FALSE(parse_date("1900-02-29"));
  CHECK(parse_date("2000-02-29"));
}

TEST_CASE("periods are called as Japanese readers call them") {
  CHECK(to_japanese(period("2023FY")) == "2023年度");
  CHECK(to_japanese(period("2024H2")) == "2024年度下半期");
  CHECK(to_japanese(period("2025-Q1")) == "2025年1～3月期");
  CHECK(to_japanese(period("2025-Q4")) == "2025年10～12月期");
  CHECK(to_japanese(period("2024-09")) == "2024年9月");
}

TEST_CASE("a fiscal year runs from April to March") {
  CHECK(first_day(period("2023FY")) == Date{2023, 4, 1});
  CHECK(last_day(period("2023FY")) == Date{2024, 3, 31});
  CHECK(first_day(period("2024H2")) == Date{2024, 10, 1});
  CHECK(last_day(period("2024-02")) == Date{2024, 2, 29});
}

TEST_CASE("a quarter is of the calendar year") {
  CHECK(first_day(period("2024-Q1")) == Date{2024, 1, 1});
  CHECK(last_day(period("2024-Q1")) == Date{2024, 3, 31});
  CHECK(first_day(period("2024-Q2")) == Date{2024, 4, 1});
  CHECK(last_day(period("2024-Q2")) == Date{2024, 6, 30});
  CHECK(first_day(period("2024-Q4")) == Date{2024, 10, 1});
  CHECK(last_day(period("2024-Q4")) == Date{2024, 12, 31});
}

TEST_CASE(
    "a quarter comes after its months, before the half and the fiscal year that end with it") {
  CHECK(order(period("2024-12"), period("2025-Q1")) < 0);
  CHECK(order(period("2025-03"), period("2025-Q1")) < 0);
  CHECK(order(period("2025-Q1"), period("2024H2")) < 0);
  CHECK(order(period("2025-Q1"), period("2024FY")) < 0);
  CHECK(order(period("2024-Q4"), period("2025-Q1")) < 0);
}

TEST_CASE("a year comes after its months and nothing before all") {
  CHECK(order(period("2024-12"), period("2024")) < 0);
  CHECK(order(period("2024"), period("2024FY")) < 0);
  CHECK(order(Period{}, period("1900")) < 0);
  CHECK(order(period("2024-09"), period("2024-09")) == 0);
}
