#include <doctest/doctest.h>

#include "page/card_text.h"
#include "page/fields.h"
#include "small_book.h"

using namespace yokoten;

namespace {

/// An indicator in percent with one observation of the nation, as `seen` says.
struct OneFigure {
  SmallBook small;
  int id;

  explicit OneFigure(Observation seen) {
    Indicator indicator;
    indicator.id = "share";
    indicator.title = "割合";
    indicator.unit = "%";
    indicator.decimals = 1;
    indicator.count_unit = "市区町村";
    indicator.kind = IndicatorKind::share_of_areas;
    id = static_cast<int>(small.publication.indicators.size());
    small.publication.indicators.push_back(indicator);
    seen.indicator = id;
    seen.area = Areas::nation;
    seen.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
    small.measured.cube.add(seen);
  }
  std::string field(const std::string& name) const {
    return field_text(small.book, newest_figure(small.book, id, Areas::nation), name);
  }
};

Observation bound_of(Decimal lower, int numerator, int denominator) {
  Observation seen;
  seen.lower = lower;
  seen.flags = bound;
  seen.numerator = Decimal{numerator, 0};
  seen.denominator = Decimal{denominator, 0};
  return seen;
}

std::string goal_of(int numerator, int denominator, Decimal goal) {
  SmallBook small;
  Observation seen;
  seen.numerator = Decimal{numerator, 0};
  seen.denominator = Decimal{denominator, 0};
  seen.value = quotient(*seen.numerator, *seen.denominator, 6, 100);
  return goal_html(small.page, {0, SmallBook::yonago, 0, seen}, goal);
}

}  // namespace

TEST_CASE("a lower bound is rounded down so that it never claims too much") {
  const OneFigure figure(bound_of({6490523, 6}, 113, 1741));
  CHECK(figure.field("value") == "少なくとも 6.4%");
}

TEST_CASE("a value is rounded half up from its exact parts") {
  SmallBook small;
  CHECK(value_text(small.book, small.rate(SmallBook::sakaiminato)) == "31.3%");
}

TEST_CASE("a value that the framework prints as a dash is no value and not a missing target") {
  Observation seen;
  seen.missing = Missing::not_set;
  CHECK(OneFigure(seen).field("value") == "値なし");
}

TEST_CASE("a figure that the source does not list says so") {
  SmallBook small;
  CHECK(value_text(small.book, small.rate(SmallBook::tottori_city)) == "公表資料に未掲載");
}

TEST_CASE("the parts of a figure carry the unit of the whole") {
  const OneFigure figure(bound_of({2010339, 6}, 35, 1741));
  CHECK(parts_text(figure.small.book, newest_figure(figure.small.book, figure.id, Areas::nation)) ==
        "35 / 1,741市区町村");
}

TEST_CASE("points between two figures are those between the figures as shown") {
  SmallBook small;
  CHECK(field_text(small.book, small.rate(SmallBook::yonago), "points_to_prefecture") == "0.6");
  CHECK(field_text(small.book, small.rate(SmallBook::yonago), "direction_to_prefecture") == "低い");
}

TEST_CASE("a field of a missing figure is empty and never zero") {
  SmallBook small;
  const Figure missing = small.rate(SmallBook::tottori_city);
  for (const char* field : {"number", "numerator", "rank", "points_to_nation", "times_nation"})
    CHECK(field_text(small.book, missing, field).empty());
}

TEST_CASE("how many times the nation's rate an area has is told from the exact parts") {
  SmallBook small;
  const auto give = [&](int area, Decimal above, Decimal below, Decimal value) {
    Observation made = *small.rate(area).observation;
    made.numerator = above;
    made.denominator = below;
    made.value = value;
    small.measured.cube.replace(made);
  };
  give(Areas::nation, {2, 0}, {3, 0}, {66'666'667, 6});
  give(SmallBook::yonago, {7, 0}, {10, 0}, {70, 0});
  CHECK(field_text(small.book, small.rate(SmallBook::yonago), "times_nation") == "約1.1倍");
}

TEST_CASE("the detail of a figure is its period and its parts") {
  SmallBook small;
  CHECK(field_text(small.book, small.rate(SmallBook::yonago), "detail") ==
        "2024年9月13日、82 / 340事業所");
  CHECK(field_text(small.book, small.rate(SmallBook::yonago), "before").empty());
}

TEST_CASE("the offices that a goal still needs are rounded up") {
  CHECK(goal_of(82, 340, {30, 0}).find("あと <b>20") == 0);
  CHECK(goal_of(1, 16, {30, 0}).find("あと <b>4") == 0);  // 4.8 of 16 are five offices
}

TEST_CASE("a goal that is met is said to be met") {
  CHECK(goal_of(10, 27, {30, 0}).find("に届いている。") != std::string::npos);
}

TEST_CASE("a card's title breaks only between its words") {
  CHECK(breakable_html("総合 <相談>") ==
        "<span class=\"ib\">総合</span><wbr><span class=\"ib\">&lt;相談&gt;</span>");
}

namespace {

/// The block `definition` on the page of the rate, of which `change` has changed something.
std::string definition_of(const std::function<void(Indicator&)>& change) {
  SmallBook small;
  change(small.publication.indicators[0]);
  Context context = small.page;
  context.indicator = 0;
  Findings findings;
  const auto block = compiled_block(small.book, {"definition", "", {"pages/x.md", 10, 1}},
                                    Each::indicator, findings);
  REQUIRE(block != nullptr);
  return block->html(context);
}

}  // namespace

TEST_CASE("the definition tells when the next figure is due, as the status does") {
  CHECK(contains(definition_of([](Indicator&) {}), "予定は示されていません"));
  CHECK(contains(definition_of([](Indicator& made) { made.next_expected = "2025-03"; }),
                 "2025年3月の予定"));
  CHECK(contains(definition_of([](Indicator& made) { made.next_expected = "2024-03"; }),
                 "2024年3月の予定（過ぎた）"));
}

TEST_CASE("the definition does not say that printed rates are added up") {
  CHECK(contains(definition_of([](Indicator&) {}), "件数を足してから割る"));
  CHECK(contains(definition_of([](Indicator& made) { made.adds_up = false; }), "合計しない"));
}
