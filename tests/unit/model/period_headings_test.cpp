#include "model/period_headings.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

namespace {

std::string joined_period(std::string_view heading) {
  const auto period = period_of_heading(heading);
  return period ? to_text(*period) : "none";
}

}  // namespace

TEST_CASE("bare years below 年度 are fiscal ones, whatever stands around it") {
  for (const char* heading : {"年度",
                              "年　度",
                              "年 度",
                              "年度（西暦）",
                              "年度(西暦)",
                              "年度／西暦",
                              "西暦／年度",
                              "年度別",
                              "年度*",
                              "年度※1",
                              "年度（注2）",
                              "実施年度（西暦）",
                              "会計年度（4月～翌3月）",
                              "会計年度(4月1日〜翌年3月31日)",
                              "基本／年度",
                              "時点（年度）",
                              "年度次",
                              "実施年度",
                              "FY",
                              "Fiscal year",
                              "年度（FY）",
                              "調査年度_西暦"})
    CHECK_MESSAGE(years_below(heading) == YearsBelow::fiscal, heading);
}

TEST_CASE("bare years below headings that say more than 年度 are unclear") {
  for (const char* heading :
       {"年度末", "年度当初", "年・年度", "年または年度", "年／年度", "年度（暦年）", "年（年度）",
        "年度（1月～12月）", "年度末時点", "年度／年", "年度区分", "年月・年度", "年度・年月"})
    CHECK_MESSAGE(years_below(heading) == YearsBelow::unclear, heading);
}

TEST_CASE("bare years below headings that promise months or days are unclear") {
  for (const char* heading : {"年月", "年　月", "対象年月", "年月（西暦）", "サービス提供月",
                              "年月日", "基準日", "日付", "時点／年月", "年月※1"})
    CHECK_MESSAGE(years_below(heading) == YearsBelow::unclear, heading);
}

TEST_CASE("bare years below other headings are calendar years") {
  for (const char* heading :
       {"年", "西暦", "時点", "", "令和6年度調査／年", "2024年度／年", "年次"})
    CHECK_MESSAGE(years_below(heading) == YearsBelow::calendar, heading);
}

TEST_CASE("headings of two rows are one period together") {
  CHECK(joined_period("令和5年度／第1四半期") == "2023-Q2");
  CHECK(joined_period("令和6年／1月") == "2024-01");
  CHECK(joined_period("令和6年度／1月") == "2025-01");
  CHECK(joined_period("2024年度／下半期") == "2024H2");
  CHECK(joined_period("令和6年度") == "2024FY");
}

TEST_CASE("headings that are no period together are none") {
  for (const char* heading :
       {"令和5年度／件数", "R5／4月", "2024／45", "2／0244", "件数／令和5年度",
        "令和5年度／令和6年度", "令和5年度／第1四半期／件数", "2024FY／1月"})
    CHECK_MESSAGE(joined_period(heading) == "none", heading);
}

TEST_CASE("what a cell of a column says depends on its heading") {
  const auto below = [](std::string_view heading, std::string_view cell) {
    const auto period = period_below(years_below(heading), cell);
    return period ? to_text(*period) : "none";
  };
  CHECK(below("年", "2024") == "2024");
  CHECK(below("年度", "2024") == "2024FY");
  CHECK(below("年度", "2024年") == "none");
  CHECK(below("年度末", "2024") == "none");
  CHECK(below("年月", "2022") == "none");
  CHECK(below("年月", "202204") == "2022-04");
  CHECK(below("年月", "R4.4") == "2022-04");
  CHECK(below("年度末", "2025-03-31") == "2025-03-31");
}
