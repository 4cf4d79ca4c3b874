#include <doctest/doctest.h>

#include <utility>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The SmallBook with a count of bodies by prefecture.
struct MapBook {
  SmallBook small;

  MapBook() {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "listed";
    made.title = made.short_title = "一覧の団体";
    made.kind = IndicatorKind::count;
    made.unit = "団体";
    made.better = Better::lower;
  }
  std::string html(int in_tottori, int in_shimane) {
    for (const auto& [area, count] :
         {std::pair<int, int>{SmallBook::tottori, in_tottori}, {SmallBook::shimane, in_shimane}}) {
      Observation seen;
      seen.indicator = 1;
      seen.area = area;
      seen.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
      seen.value = Decimal{count, 0};
      small.measured.cube.add(seen);
    }
    small.book.prepare();
    return small.html("map", "indicator = \"listed\"\nlimits = [1, 2]\n", Areas::none);
  }
};

}  // namespace

TEST_CASE("a class of a map that has one number says that number") {
  MapBook book;
  const std::string html = book.html(1, 3);
  CHECK(contains(html, ">1団体<"));
  CHECK_FALSE(contains(html, "1–1"));
}

TEST_CASE("a map of areas without places has no column of places") {
  MapBook book;
  CHECK_FALSE(contains(book.html(1, 3), ">順位<"));
}
