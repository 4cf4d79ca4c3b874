#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The SmallBook with a count of desks in its prefectures and one more: 3, 2 and 1.
struct DeskBook {
  SmallBook small;

  DeskBook() {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "desks";
    made.title = made.short_title = "窓口の数";
    made.kind = IndicatorKind::count;
    made.unit = "箇所";
    Area third;
    third.code = "330001";
    third.name = "岡山県";
    third.parent = Areas::nation;
    third.level = AreaLevel::prefecture;
    int desks = 3;
    for (const int area :
         {int{SmallBook::tottori}, int{SmallBook::shimane}, small.areas.add(third)})
      add(area, desks--);
    small.book.prepare();
  }
  void add(int area, int desks) {
    Observation seen;
    seen.indicator = 1;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
    seen.value = Decimal{desks, 0};
    small.measured.cube.add(seen);
  }
};

/// The numbers that go out beside the page.
std::string csv_of(SmallBook& small, const std::string& indicator) {
  Context context = small.page;
  small.html("ranking", "indicator = \"" + indicator + "\"", context);
  for (const SiteFile& file : context.files)
    if (file.path.ends_with(".csv")) return file.bytes;
  return {};
}

}  // namespace

TEST_CASE("a ranking of counts has no column for numerator and denominator") {
  DeskBook counts;
  CHECK(csv_of(counts.small, "desks") ==
        "\xEF\xBB\xBF都道府県,順位,窓口の数（箇所）\n鳥取県,,3\n島根県,,2\n岡山県,,1\n");
}

TEST_CASE("numbers beside a chart stand in their file as files have them") {
  DeskBook counts;
  Observation many = *counts.small.measured.cube.latest(1, SmallBook::tottori);
  many.value = Decimal{12345, 0};
  counts.small.measured.cube.replace(many);
  counts.small.book.prepare();
  CHECK(csv_of(counts.small, "desks").find("鳥取県,,12345\n") != std::string::npos);
}

TEST_CASE("a ranking of counts as a table has no column for numerator and denominator") {
  DeskBook counts;
  const std::string html =
      counts.small.html("ranking", "indicator = \"desks\"\nform = \"table\"", Areas::none);
  CHECK(contains(html, "岡山県"));
  CHECK(!contains(html, "分母"));
}

TEST_CASE("a ranking of rates shows what was divided") {
  SmallBook small;
  CHECK(contains(csv_of(small, "rate"), "申請件数 / 事業所件数"));
  CHECK(contains(csv_of(small, "rate"), "234 / 948"));
}

TEST_CASE("a ranking of the ends says how many more share a figure that it cuts through") {
  DeskBook counts;
  for (const auto& [code, desks] : {std::pair{"340006", 3}, std::pair{"350001", 1},
                                    std::pair{"360007", 1}, std::pair{"370002", 1}}) {
    Area area;
    area.code = code;
    area.name = std::string("県") + code;
    area.parent = Areas::nation;
    area.level = AreaLevel::prefecture;
    counts.add(counts.small.areas.add(area), desks);
  }
  counts.small.book.prepare();
  const std::string html = counts.small.html(
      "ranking", "indicator = \"desks\"\nform = \"table\"\nends = 1", Areas::none);
  CHECK(contains(html,
                 "同じ3箇所が、ほかに1都道府県あります。同じ1箇所が、ほかに3都道府県あります。"));
  CHECK(contains(html, "岡山県"));  // the first of those with 1
  CHECK(!contains(html, "県370002"));
}
