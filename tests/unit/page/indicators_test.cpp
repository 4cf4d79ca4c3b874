#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The SmallBook with a count that has no figure yet.
struct CountBook {
  SmallBook small;

  CountBook() {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "desks";
    made.title = made.short_title = "窓口の数";
    made.kind = IndicatorKind::count;
  }
  void add(int area, const char* breakdown) {
    Cube& cube = small.measured.cube;
    Observation seen;
    seen.indicator = 1;
    seen.area = area;
    seen.period = cube.period_id(*parse_period("2024-09-13"));
    seen.breakdown = static_cast<decltype(seen.breakdown)>(cube.breakdown_id(breakdown));
    seen.value = Decimal{3, 0};
    cube.add(seen);
  }
  std::string html() {
    small.book.prepare();
    return small.html("indicators", "", Areas::none);
  }
};

}  // namespace

TEST_CASE("an indicator with figures of areas alone says so in the list of indicators") {
  CountBook counts;
  counts.add(SmallBook::tottori, "");
  CHECK(contains(counts.html(), "地域ごとの値だけ"));
}

TEST_CASE("an indicator with figures of parts alone says so in the list of indicators") {
  CountBook counts;
  counts.add(Areas::nation, "size=small");
  CHECK(contains(counts.html(), "区分ごとの値だけ"));
}

TEST_CASE("an indicator without any figure is not published in the list of indicators") {
  CountBook counts;
  CHECK(contains(counts.html(), "公表資料に未掲載"));
}
