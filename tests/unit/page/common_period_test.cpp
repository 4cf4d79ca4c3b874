#include <doctest/doctest.h>

#include "small_book.h"

#include "model/period_length.h"
#include "page/common_period.h"
#include "page/fields.h"

using namespace yokoten;

namespace {

/// The SmallBook, whose cities have a rate of 2025 too, 鳥取県 none.
struct LaterCities {
  SmallBook small;

  LaterCities() {
    add(SmallBook::tottori_city, "2025-09-13", "50.0");
    add(SmallBook::yonago, "2025-09-13", "40.0");
    add(SmallBook::sakaiminato, "2025-09-13", "30.0");
    small.book.prepare();
  }
  void add(int area, const char* when, const char* value) {
    Observation seen;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.value = parse_decimal(value);
    small.measured.cube.add(seen);
  }
  bool has(const std::string& html, const char* text) { return html.find(text) != html.npos; }
};

}  // namespace

TEST_CASE("bars beside those of another date say their own") {
  LaterCities later;
  const std::string html = later.small.html(
      "compare", "indicator = \"rate\"\nwith = [\"prefecture\"]", SmallBook::yonago);
  CHECK(later.has(html, "鳥取県（2024年9月13日）"));
  CHECK_FALSE(later.has(html, "米子市（"));
}

TEST_CASE("bars are of the own area's date where the other area has a figure of it") {
  LaterCities later;
  later.add(SmallBook::tottori, "2025-09-13", "41.5");
  later.add(SmallBook::tottori, "2026-09-13", "99.9");
  const std::string html = later.small.html(
      "compare", "indicator = \"rate\"\nwith = [\"prefecture\"]", SmallBook::yonago);
  CHECK(later.has(html, "41.5"));
  CHECK_FALSE(later.has(html, "99.9"));
}

TEST_CASE("a table is dated by most of its rows; its whole of another date says so") {
  LaterCities later;
  const std::string html = later.small.html("table", "indicators = [\"rate\"]", SmallBook::tottori);
  CHECK(later.has(html, "2025年9月13日時点"));
  CHECK_FALSE(later.has(html, "2024年9月13日時点"));
  CHECK(later.has(html, "2024年9月13日"));
}

TEST_CASE("the distance to the prefecture is that of one date or none") {
  LaterCities later;
  const Figure city = later.small.rate(SmallBook::yonago);
  CHECK(field_text(later.small.book, city, "points_to_prefecture").empty());
  later.add(SmallBook::tottori, "2025-09-13", "41.5");
  CHECK(field_text(later.small.book, city, "points_to_prefecture") == "1.5");
}

TEST_CASE("of areas with several dates the one counts that most have, of two the newer") {
  LaterCities later;
  const std::vector<int> two = {SmallBook::tottori, SmallBook::tottori_city};
  const int newer = later.small.measured.cube.find_period(*parse_period("2025-09-13"));
  CHECK(common_period(later.small.book, 0, two) == newer);
  const std::vector<int> three = {SmallBook::tottori, SmallBook::shimane, SmallBook::yonago};
  CHECK(common_period(later.small.book, 0, three) != newer);
}

TEST_CASE("half a year is not what stood before a year") {
  SmallBook small;
  const auto add = [&](const char* when, const char* value) {
    Observation seen;
    seen.area = SmallBook::matsue;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.value = parse_decimal(value);
    small.measured.cube.add(seen);
  };
  add("2023FY", "10.0");
  add("2024H2", "6.0");
  add("2024FY", "12.0");
  const Figure before = figure_before(small.book, small.rate(SmallBook::matsue));
  REQUIRE(before.has_value());
  CHECK(period_text(small.book, before) == "2023年度");
}

TEST_CASE("a count at a day goes with that of a year before, not with that of its own year") {
  const auto is_comparable = [](const char* a, const char* b) {
    return is_comparable_length(*parse_period(a), *parse_period(b));
  };
  CHECK(is_comparable("2023FY", "2024-07"));
  CHECK(is_comparable("2024-07", "2024-12-01"));
  CHECK_FALSE(is_comparable("2024-07", "2024FY"));
  CHECK_FALSE(is_comparable("2023H2", "2024FY"));
}

TEST_CASE("no change is told between a month and what is longer") {
  const auto tells = [](const char* a, const char* b) {
    return tells_change(*parse_period(a), *parse_period(b));
  };
  CHECK(tells("2024-07", "2024-12-01"));
  CHECK(tells("2023-07", "2024-07"));
  CHECK(tells("2022FY", "2024-07-01"));
  for (const char* longer : {"2022FY", "2022", "2022H1", "2022-Q2"})
    CHECK_FALSE(tells(longer, "2024-07"));
  CHECK_FALSE(tells("2023H2", "2024FY"));
}

TEST_CASE("a period that few areas have is not that of all, though it is the newest") {
  SmallBook small;
  const auto add = [&](int area, const char* when, const char* value) {
    Observation seen;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.value = parse_decimal(value);
    if (!seen.value) seen.missing = Missing::not_published;
    small.measured.cube.add(seen);
  };
  add(SmallBook::tottori_city, "2024-09-13", "20.0");
  add(SmallBook::yonago, "2025-09-13", "99.0");
  for (const int area : {SmallBook::tottori_city, SmallBook::sakaiminato})
    add(area, "2025-09-13", "");  // owed
  small.book.prepare();
  const int older = small.measured.cube.find_period(*parse_period("2024-09-13"));
  CHECK(common_period(small.book, 0, small.areas.children(SmallBook::tottori)) == older);
  for (const Figure& each : figures_below(small.book, 0, SmallBook::tottori))
    CHECK(each.observation->period == older);
}

TEST_CASE("an area that is not listed at the common period has its newest figure") {
  LaterCities later;
  Observation absent;
  absent.area = SmallBook::matsue;
  absent.period = later.small.measured.cube.find_period(*parse_period("2025-09-13"));
  absent.missing = Missing::not_published;
  later.small.measured.cube.add(absent);
  later.add(SmallBook::matsue, "2024-03-13", "11.0");
  const Figure figure = figure_at(later.small.book, 0, SmallBook::matsue, absent.period);
  CHECK(own_date_text(later.small.book, figure, absent.period) == "2024年3月13日");
}

TEST_CASE("the reason that a source says stands at the common period, not an older figure") {
  LaterCities later;
  Observation absent;
  absent.area = SmallBook::matsue;
  absent.period = later.small.measured.cube.find_period(*parse_period("2025-09-13"));
  absent.missing = Missing::not_reported;
  later.small.measured.cube.add(absent);
  later.add(SmallBook::matsue, "2024-09-13", "11.0");
  const Figure figure = figure_at(later.small.book, 0, SmallBook::matsue, absent.period);
  CHECK(missing_text(later.small.book, figure) == "未報告");
}

TEST_CASE("the highest below an area is of its own date, or says another") {
  LaterCities later;
  const Figure whole = later.small.rate(SmallBook::tottori);  // of 2024, as 境港市 and 米子市 are
  CHECK(field_text(later.small.book, whole, "highest_value") == "31.3%");
  later.add(SmallBook::tottori, "2023-09-13", "20.0");
  Figure older = whole;
  older.observation = later.small.measured.cube.find(
      0, SmallBook::tottori, later.small.measured.cube.find_period(*parse_period("2023-09-13")));
  CHECK(field_text(later.small.book, older, "highest_value") == "50.0%（2025年9月13日）");
  CHECK(field_text(later.small.book, older, "spread").empty());
}
