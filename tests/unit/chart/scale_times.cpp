#include <doctest/doctest.h>

#include <cmath>

#include "chart/scale/calendar.h"
#include "chart/scale/formats.h"

// Expected values were taken from d3-time-format 4.1 and Date.parse of Node 20 with TZ=UTC.

using namespace yokoten::chart;

namespace {

constexpr double kMoment = 1735571045006;  // 2024-12-30T15:04:05.006Z

std::string text(double time, std::string_view specifier) {
  return time_text(time, specifier).value_or("refused");
}

}  // namespace

TEST_CASE("every directive is written in English and UTC") {
  CHECK(text(kMoment, "%a %A %b %B %d %e %f %g %G %H %I %j %L") ==
        "Mon Monday Dec December 30 30 006000 25 2025 15 03 365 006");
  CHECK(text(kMoment, "%m %M %p %q %Q %s %S %u %U %V %w %W") ==
        "12 04 PM 4 1735571045006 1735571045 05 1 52 01 1 53");
  CHECK(text(kMoment, "%x|%X|%c|%y|%Y|%Z|%%") ==
        "12/30/2024|3:04:05 PM|12/30/2024, 3:04:05 PM|24|2024|+0000|%");
}

TEST_CASE("padding modifiers change the filling of a directive") {
  const double march = 1709622000000;  // 2024-03-05T07:00Z
  CHECK(text(march, "%-m/%-d|%_m/%_d|%0e|%-H|%_I|%-j") == "3/5| 3/ 5|05|7| 7|65");
}

TEST_CASE("years before our era keep their sign") { CHECK(text(-62324985600000, "%Y") == "-0005"); }

TEST_CASE("unknown directives are refused") {
  for (const char* bad : {"%E", "%EY", "%", "%-", "%F年度", "%k"}) CHECK_FALSE(is_time_format(bad));
  CHECK(is_time_format("%Y年%-m月"));
}

TEST_CASE("a time without format is written by the coarsest unit that it begins") {
  CHECK(time_text(1704067200000) == "2024");
  CHECK(time_text(1706745600000) == "February");
  CHECK(time_text(1704585600000) == "Jan 07");
  CHECK(time_text(1704240000000) == "Wed 03");
  CHECK(time_text(kMoment) == ".006");
  CHECK(time_text(kMoment - 6) == ":05");
  CHECK(time_text(kMoment - 5006) == "03:04");
}

TEST_CASE("ISO dates are read as UTC whether they have a time or not") {
  CHECK(milliseconds_of("2024") == 1704067200000);
  CHECK(milliseconds_of("2024-09") == 1725148800000);
  CHECK(milliseconds_of("2024-09-13") == 1726185600000);
  CHECK(milliseconds_of("2024-09-13T10:00") == 1726221600000);
  CHECK(milliseconds_of("2024-09-13T10:00:00.5Z") == 1726221600500);
  CHECK(milliseconds_of("2024-09-13T10:00+09:00") == 1726189200000);
  CHECK(milliseconds_of("+002024-09-13") == 1726185600000);
}

TEST_CASE("dates with slashes or single digits are read as Date parse reads them") {
  CHECK(milliseconds_of("2024/09/13") == 1726185600000);
  CHECK(milliseconds_of("2024-9-1") == 1725148800000);
  CHECK(milliseconds_of("2024-09-13 10:00") == 1726221600000);
}

TEST_CASE("the 31st of a short month is a day of the next") {
  CHECK(milliseconds_of("2024-02-31") == 1709337600000);
}

TEST_CASE("what is no date is refused") {
  for (const char* bad :
       {"", "x", "2024-13-01", "2024-00-10", "2024-09-13T10", "2024-09-13T25:00", "令和6年"}) {
    CHECK_FALSE(milliseconds_of(bad).has_value());
  }
}

TEST_CASE("intervals are walked as d3 walks them") {
  const Interval quarters{CalendarUnit::month, 3};
  CHECK(floor_of(kMoment, quarters) == milliseconds_of("2024-10-01"));
  CHECK(ceiling_of(kMoment, quarters) == milliseconds_of("2025-01-01"));
  const Interval days{CalendarUnit::day, 2};
  CHECK(ceiling_of(*milliseconds_of("2024-01-31T01:00"), days) == milliseconds_of("2024-02-01"));
}

TEST_CASE("times beyond the range of JavaScript are none") {
  CHECK(std::isnan(clipped_time(8.64e15 + 1)));
  CHECK(std::isnan(ceiling_of(8.64e15 + 1, {CalendarUnit::year})));
}

TEST_CASE("formats by unit stand for Vega's own where they are said") {
  const TimeForms forms{.milliseconds = {},
                        .seconds = {},
                        .minutes = {},
                        .hours = {},
                        .date = "%-d",
                        .week = {},
                        .month = "%-m月",
                        .quarter = "%Y年%-m月",
                        .year = "%Y年"};
  CHECK(time_text(1704067200000, forms) == "2024年");
  CHECK(time_text(1711929600000, forms) == "2024年4月");
  CHECK(time_text(1706745600000, forms) == "2月");
  CHECK(time_text(1704585600000, forms) == "Jan 07");
  CHECK(time_text(1704240000000, forms) == "3");
}
