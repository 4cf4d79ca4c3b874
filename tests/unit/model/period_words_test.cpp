#include "model/period_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

namespace {

std::string read(std::string_view cell) {
  const auto period = period_of_cell(cell);
  return period ? to_text(*period) : "none";
}

}  // namespace

TEST_CASE("dates of an era are read in words and in signs") {
  for (const char* cell :
       {"令和7年7月22日", "令和７年７月２２日", "R7.7.22", "R7/7/22", "令7. 7.22", "2025年7月22日",
        "2025/7/22", "2025.07.22", "2025-07-22", "45860", "㋿7年7月22日",
        "令和 7 年 7 月 22 日", "令和7年7月22日現在"})
    CHECK_MESSAGE(read(cell) == "2025-07-22", cell);
}

TEST_CASE("the first year of an era is called 元") {
  CHECK(read("令和元年5月1日") == "2019-05-01");
  CHECK(read("令和元年度") == "2019FY");
  CHECK(read("平成元年1月8日") == "1989-01-08");
}

TEST_CASE("a date that its era did not have is none") {
  CHECK(read("平成31年4月30日") == "2019-04-30");
  CHECK(read("平成31年5月1日") == "none");
  CHECK(read("令和元年4月30日") == "none");
  CHECK(read("昭和64年1月7日") == "1989-01-07");
  CHECK(read("昭和64年1月8日") == "none");
  CHECK(read("昭和65年") == "none");
}

TEST_CASE("a fiscal year may be named after the era that ended in it") {
  CHECK(read("平成31年度") == "2019FY");
  CHECK(read("令和6年度上半期") == "2024H1");
  CHECK(read("2024年度下期") == "2024H2");
}

TEST_CASE("months and years and ends of months are read") {
  CHECK(read("令和6年9月") == "2024-09");
  CHECK(read("令和6年") == "2024");
  CHECK(read("令和6年2月末時点") == "2024-02-29");
  CHECK(read("平成31年5月") == "none");
}

TEST_CASE("a year in both calendars is read where both say the same") {
  for (const char* cell : {"令和6（2024）年度", "2024年度（令和6年度）", "2024（令和6）年度",
                           "R6(2024)年度", "2024（2024）年度"})
    CHECK_MESSAGE(read(cell) == "2024FY", cell);
  for (const char* cell :
       {"令和6（2024）年3月31日", "令和6年（2024年）3月31日", "2024年(令和6年)3月31日"})
    CHECK_MESSAGE(read(cell) == "2024-03-31", cell);
  for (const char* cell : {"令和6（2023）年度", "令和6年（2025年）3月31日", "令和6年（2024年度）",
                           "2024年度（予定）", "2024年度（令和6年度", "（2024）令和6年度"})
    CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("the year in which an era ended is read with both of its names") {
  for (const char* cell :
       {"平成31年度（令和元年度）", "令和元年度（平成31年度）", "平成31（令和元）年度"})
    CHECK_MESSAGE(read(cell) == "2019FY", cell);
  CHECK(read("令和元年（平成31年）") == "2019");
  CHECK(read("平成31年度（令和2年度）") == "none");
}

TEST_CASE("a fiscal year is written with letters too") {
  CHECK(read("FY2022") == "2022FY");
  CHECK(read("ＦＹ 2022") == "2022FY");
  for (const char* cell : {"FY22", "FY2022末", "FY"}) CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("a month of a fiscal year may be of the next calendar year") {
  CHECK(read("令和6年度4月") == "2024-04");
  CHECK(read("令和6年度12月分") == "2024-12");
  CHECK(read("令和6年度1月") == "2025-01");
  CHECK(read("令和6年度13月") == "none");
  CHECK(read("令和6年度4") == "none");
}

TEST_CASE("a weekday in brackets has to be the day's") {
  CHECK(read("2024年4月1日（月）") == "2024-04-01");
  CHECK(read("令和6年4月7日(日曜日)") == "2024-04-07");
  CHECK(read("2024年4月1日（火）") == "none");
  CHECK(read("2024年4月（月）") == "none");
}

TEST_CASE("ends of years and figures of a month are read") {
  CHECK(read("令和6年度末") == "2025-03-31");
  CHECK(read("令和6年末") == "2024-12-31");
  CHECK(read("令和6年末現在") == "2024-12-31");
  CHECK(read("平成31年末") == "none");
  CHECK(read("令和2年4月末日現在") == "2020-04-30");
  CHECK(read("令和6年4月分") == "2024-04");
}

TEST_CASE("the beginning of a fiscal year is 1 April") {
  for (const char* cell : {"令和6年度当初", "2024年度初め", "令和6年度初"})
    CHECK_MESSAGE(read(cell) == "2024-04-01", cell);
}

TEST_CASE("a spreadsheet's day with a clock is the day") {
  for (const char* cell : {"2024/4/1 0:00:00", "2024/4/1 0:00", "2024/04/01 00:00:00", "45383 0:00",
                           "令和6年4月1日 9:30"})
    CHECK_MESSAGE(read(cell) == "2024-04-01", cell);
  for (const char* cell : {"2024 0:00", "2024/4 0:00:00", "令和6年度 0:00", "0:00"})
    CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("a day with a clock is the day, unless the clock is another zone's") {
  for (const char* cell :
       {"2024-04-01T00:00:00", "2024-04-01 10:30", "2024-04-01T00:00:00.000+09:00"})
    CHECK_MESSAGE(read(cell) == "2024-04-01", cell);
  for (const char* cell :
       {"2024-03-31T15:00:00Z", "2024-04-01T", "2024-04-01T1:00", "2024-04-01T10:30:00."})
    CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("a bare year is a fiscal one where the column says so") {
  for (const char* cell :
       {"2024", "R6", "令和6", " 令 6 ", "令和6（2024）", "2024(R6)", "令和6（2024年度）"}) {
    REQUIRE_MESSAGE(fiscal_year_of_cell(cell), cell);
    CHECK_MESSAGE(to_text(*fiscal_year_of_cell(cell)) == "2024FY", cell);
  }
  CHECK(to_text(*fiscal_year_of_cell("平成31（令和元）")) == "2019FY");
  for (const char* cell : {"令和6（2023）", "令和6（2024）年", "令和6（予定）", "2024年", "2024-04",
                           "45548", "令和6年度", ""})
    CHECK_FALSE(fiscal_year_of_cell(cell));
}

TEST_CASE("what is ambiguous or no date is none") {
  for (const char* cell : {"R6", "令和6", "6.9.13", "2024年13月", "2024/2/30", "2024/19", "19999",
                           "2024年9月13", "2024.9/13", "", "合計"})
    CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("quarters are read by their months") {
  for (const char* cell :
       {"2025年1～3月期", "2025年1〜3月期", "2025年１－３月期", "2025年1月～3月", "令和7年1-3月",
        "R7年1～3月分", "2025-Q1", "令和6年度1～3月期", "令和7年1月から3月"})
    CHECK_MESSAGE(read(cell) == "2025-Q1", cell);
  CHECK(read("令和7年4-6月") == "2025-Q2");
  CHECK(read("令和7年度4～6月期") == "2025-Q2");
  CHECK(read("2025年10～12月期") == "2025-Q4");
}

TEST_CASE("quarters are read by their number, those of a fiscal year from April") {
  CHECK(read("2025年第1四半期") == "2025-Q1");
  CHECK(read("2025年度第1四半期") == "2025-Q2");
  CHECK(read("令和7年度第２四半期") == "2025-Q3");
  CHECK(read("令和7年度第三四半期") == "2025-Q4");
  CHECK(read("令和7年度第4四半期") == "2026-Q1");
}

TEST_CASE("a quarter in which an era began or ended may be named after it") {
  CHECK(read("平成31年4～6月期") == "2019-Q2");
  CHECK(read("令和元年4～6月期") == "2019-Q2");
  CHECK(read("平成31年7～9月期") == "none");
  CHECK(read("令和元年1～3月期") == "none");
}

TEST_CASE(
    "months that are no quarter, and quarters without a year or of an unclear one, are none") {
  for (const char* cell : {"2025年2～4月期", "2025年1～2月", "2025年1～4月", "2025年10～1月期",
                           "1～3月期", "第1四半期", "2025年第5四半期", "2025年第0四半期", "2025Q1",
                           "2025年Q1", "2025年4-6", "2025年1～3月期計"})
    CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("a spreadsheet's day counts from 1900 with the leap day that it makes up") {
  CHECK(read("25569") == "1970-01-01");
  CHECK(read("43586") == "2019-05-01");
  CHECK(read("45351") == "2024-02-29");
  CHECK(read("73050") == "2099-12-31");
}

TEST_CASE("both years are written as offices write them") {
  const auto text = [](const char* period) { return to_japanese_with_era(*parse_period(period)); };
  CHECK(text("2024FY") == "令和6（2024）年度");
  CHECK(text("2024-09-13") == "令和6（2024）年9月13日");
  CHECK(text("2024H2") == "令和6（2024）年度下半期");
  CHECK(text("2024-Q1") == "令和6（2024）年1～3月期");
  CHECK(text("2024") == "令和6（2024）年");
}

TEST_CASE(
    "the first year of an era is 元, and a fiscal year is of the era that it ends the year in") {
  const auto text = [](const char* period) { return to_japanese_with_era(*parse_period(period)); };
  CHECK(text("2019FY") == "令和元（2019）年度");
  CHECK(text("2019-04-30") == "平成31（2019）年4月30日");
  CHECK(text("2019-05") == "令和元（2019）年5月");
  CHECK(text("1989FY") == "平成元（1989）年度");
  CHECK(text("1988FY") == "昭和63（1988）年度");
}

TEST_CASE("before the eras that are known the western year stands alone") {
  CHECK(to_japanese_with_era(*parse_period("1900")) == "1900年");
  CHECK(to_japanese_with_era({}) == "");
}

TEST_CASE("a month after a sign is one where it can be no number") {
  CHECK(read("R7.10") == "2025-10");
  CHECK(read("令7. 4") == "2025-04");
  CHECK(read("2025/10") == "2025-10");
  CHECK(read("2025／9現在") == "2025-09");
  for (const char* cell :
       {"2025.10", "R7.13", "2023/24", "2024-9", "H31.5", "R7.0", "R7.10.", "7.10"})
    CHECK_MESSAGE(read(cell) == "none", cell);
}

TEST_CASE("digits alone are a month or a day in a column of periods") {
  const auto read_in_column = [](std::string_view cell) {
    const auto period = period_in_column(cell);
    return period ? to_text(*period) : "none";
  };
  CHECK(read_in_column("202510") == "2025-10");
  CHECK(read_in_column("２０２５０７２２") == "2025-07-22");
  CHECK(read_in_column("2025.10") == "2025-10");
  CHECK(read_in_column("2025.01") == "2025-01");
  CHECK(read_in_column("2025.9") == "2025-09");
  CHECK(read_in_column("2025") == "2025");
  for (const char* cell : {"202513", "202500", "20250230", "320005", "2025100", "2025.1", "2025.13",
                           "2025.00", "2025.0", "25.10", "2025.123", "189912"})
    CHECK_MESSAGE(read_in_column(cell) == "none", cell);
  CHECK_FALSE(period_of_cell("202510"));
}

TEST_CASE("a quarter may say its months in brackets") {
  CHECK(read("令和6年度第1四半期（4～6月）") == "2024-Q2");
  CHECK(read("2025年第1四半期（1月～3月）") == "2025-Q1");
  CHECK(read("令和6年度第1四半期（1～3月）") == "none");
}

TEST_CASE("a day without the era of its year is none, and that is said") {
  for (const char* cell : {"1.4.12", "04/4/1", "１．４．１２", "01-04-12"}) {
    CHECK_FALSE(period_in_column(cell));
    CHECK_MESSAGE(why_no_period(cell).en.starts_with("of which era"), cell);
  }
  CHECK(why_no_period("1.4").en.empty());
  CHECK(why_no_period("1.4.123").en.empty());
}

TEST_CASE("why something is no period is said where it nearly is one") {
  const auto why = [](std::string_view cell) { return why_no_period(cell).en; };
  CHECK(why("令和7年7月22日(水)") == "22 July 2025 is a Tuesday; mend the date or its day");
  CHECK(why("令和6年度（2023年度）") ==
        "it is FY2024, but its brackets say \"2023年度\"; mend either");
  CHECK(why("令和6年度第1四半期（1～3月）") ==
        "it is April–June 2024, but its brackets say \"1~3月\"; mend either");
  CHECK(why("2024年度（予定）") ==
        "\"予定\" in its brackets does not say FY2024 too; leave the brackets out");
  CHECK(why("2025.1").find("January or October") != std::string::npos);
  CHECK(why("合計（予定）").empty());
  CHECK(why("R6").empty());
}

TEST_CASE("a cell that is longer than any period is none, whatever brackets it has") {
  std::string cell = "2024";
  for (int pair = 0; pair < 100'000; ++pair) cell += "()";
  CHECK_FALSE(period_in_column(cell));
  CHECK_FALSE(fiscal_year_of_cell(cell));
  CHECK(why_no_period(cell).en.empty());
}
