#include <doctest/doctest.h>

#include "page/fields.h"
#include "page/target_text.h"
#include "small_book.h"

using namespace yokoten;

namespace {

/// The SmallBook as a publication of 鳥取県 with a target of 50% and a figure of the year before.
struct TargetBook {
  SmallBook small;
  std::vector<ChartRequest> asked;

  TargetBook() {
    small.draw = [this](const ChartRequest& request) {
      asked.push_back(request);
      return Drawing{"<svg/>", "{}", "<svg/>"};
    };
    small.publication.prefecture = "鳥取県";
    Target target;
    target.year = 2026;
    target.kind = Target::Kind::number;
    target.number = Decimal{50, 0};
    target.text = "50";
    small.publication.indicators[0].targets = {target};
    Observation seen;
    seen.area = SmallBook::tottori;
    seen.period = small.measured.cube.period_id(*parse_period("2023-09-13"));
    seen.value = Decimal{20, 0};
    small.measured.cube.add(seen);
    small.book.prepare();
  }
};

const char* const rate_trend = "indicator = \"rate\"";
const char* const rate_card = "[[card]]\nindicator = \"rate\"";

}  // namespace

TEST_CASE("the trend of the publication's prefecture has its target") {
  TargetBook book;
  book.small.html("trend", rate_trend, Areas::none);
  REQUIRE(book.asked.size() == 1);
  REQUIRE(book.asked[0].lines.size() == 1);
  CHECK(book.asked[0].lines[0].label == "2026年目標 50%");
}

TEST_CASE("a card of the publication's prefecture tells how far its target is") {
  TargetBook book;
  CHECK(contains(book.small.html("cards", rate_card, Areas::none), "25.3ポイント"));
}

TEST_CASE("a target of a nation is none of a prefecture") {
  TargetBook book;
  book.small.publication.prefecture.clear();
  book.small.book.prepare();
  book.small.html("trend", rate_trend, SmallBook::tottori);
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].lines.empty());
}

TEST_CASE("a card of a prefecture is not held against the nation's target") {
  TargetBook book;
  book.small.html("cards", rate_card, Areas::none);
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].kind == ChartKind::progress);
  book.asked.clear();
  book.small.publication.prefecture.clear();
  book.small.book.prepare();
  CHECK(!contains(book.small.html("cards", rate_card, SmallBook::tottori), "2026年目標"));
  for (const ChartRequest& each : book.asked) CHECK(each.kind != ChartKind::progress);
}

TEST_CASE("a goal that a card names itself holds for the area of its page") {
  TargetBook book;
  book.small.publication.prefecture.clear();
  book.small.book.prepare();
  book.small.html("cards", std::string(rate_card) + "\ngoal = 40\ngoal_label = \"県の目標 40%\"",
                  SmallBook::tottori);
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].lines[0].label == "県の目標 40%");
}

TEST_CASE("the gap to a target is said of the publication's whole area alone") {
  TargetBook book;
  const auto gap = [&](int area) {
    return field_text(book.small.book, book.small.rate(area), "to_target");
  };
  CHECK(gap(SmallBook::tottori) == "25.3ポイント");
  CHECK(gap(SmallBook::yonago).empty());
  CHECK(gap(Areas::nation).empty());
}

TEST_CASE("a target is none of a part") {
  TargetBook book;
  Figure figure = book.small.rate(SmallBook::tottori);
  REQUIRE(target_of(book.small.book, figure) != nullptr);
  figure.breakdown = 1;
  CHECK(target_of(book.small.book, figure) == nullptr);
}

TEST_CASE("a bound among bars says that it is one") {
  TargetBook book;
  Observation seen;
  seen.area = SmallBook::yonago;
  seen.period = book.small.measured.cube.period_id(*parse_period("2025-09-13"));
  seen.lower = Decimal{90, 0};
  book.small.measured.cube.add(seen);
  seen.area = SmallBook::tottori;
  seen.lower = {};
  seen.value = Decimal{80, 0};
  book.small.measured.cube.add(seen);
  book.small.html("compare", "indicator = \"rate\"\nwith = [\"prefecture\"]", SmallBook::yonago);
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].data[0].label == "少なくとも 90.0");
}

TEST_CASE("beside a target whose date is past stands whether it was met") {
  TargetBook book;
  const auto said = [&] {
    return book.small.html("targets", "indicators = [\"rate\"]", Areas::none);
  };
  CHECK(!contains(said(), "届きませんでした"));
  book.small.publication.as_of = "2027-06-30";
  CHECK(contains(said(), "期限を過ぎました（その時点の値はありません）"));
  Observation seen;
  seen.area = SmallBook::tottori;
  seen.period = book.small.measured.cube.period_id(*parse_period("2026FY"));
  seen.value = Decimal{433, 1};
  book.small.measured.cube.add(seen);
  CHECK(contains(said(), "届きませんでした（2026年度は43.3%）"));
}

TEST_CASE("a plan reaches no target, whatever it is") {
  TargetBook book;
  Figure figure = book.small.rate(SmallBook::tottori);
  Observation plan = *figure.observation;
  plan.value = Decimal{99, 0};
  plan.numerator.reset();
  plan.denominator.reset();
  figure.observation = plan;
  const Target& target = book.small.publication.indicators[0].targets.front();
  CHECK(is_reached(book.small.book, figure, target));
  plan.flags |= planned;
  figure.observation = plan;
  CHECK(!is_reached(book.small.book, figure, target));
  CHECK(!gap_to(book.small.book, figure, target));
}
