#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

constexpr const char* texts = R"(indicator = "own"
value = "値は{{value}}です。"
missing = "値は「{{value}}」です。"
)";
const std::string parts = std::string(texts) + "parts = \"区分や地域の値だけがあります。\"\n";
const std::string change = std::string(texts) + "change = \"前と後で{{change}}。\"\n";

/// The SmallBook with an indicator whose figures a test adds.
struct LeadBook {
  SmallBook small;

  explicit LeadBook(IndicatorKind kind, const char* unit = "日") {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "own";
    made.title = made.short_title = "有給休暇の変化";
    made.kind = kind;
    made.unit = unit;
    made.decimals = 1;
    made.better = Better::higher;
    if (kind == IndicatorKind::outcome) made.outcome = OutcomeFormula{Outcome::paid_leave, {}, {}};
  }
  Observation& seen(int area) {
    made_.emplace_back();
    made_.back().indicator = 1;
    made_.back().area = area;
    made_.back().period = small.measured.cube.period_id(*parse_period("2025-03-31"));
    return made_.back();
  }
  /// A mean change of the nation's offices, from before to after.
  LeadBook& changed(Decimal by, Decimal before, Decimal after) {
    const Observation& mean = with(Areas::nation, by);
    OutcomeSummary& summary = small.measured.outcomes.emplace_back();
    summary.indicator = mean.indicator;
    summary.area = mean.area;
    summary.period = mean.period;
    summary.before.mean = before;
    summary.after.mean = after;
    summary.change.mean = by;
    return *this;
  }
  const Observation& with(int area, Decimal value) {
    Observation& made = seen(area);
    made.value = value;
    return made;
  }
  std::string html(const std::string& options) {
    for (const Observation& each : made_) small.measured.cube.add(each);
    small.book.prepare();
    return small.html("lead", options, Areas::none);
  }

 private:
  std::vector<Observation> made_;
};

}  // namespace

TEST_CASE("an opening says of figures of areas alone that there is none of the whole") {
  LeadBook book(IndicatorKind::value);
  book.with(SmallBook::tottori, {3, 0});
  CHECK(contains(book.html(parts), "区分や地域の値だけがあります。"));
}

TEST_CASE("an opening does not speak of areas where no area has a figure") {
  LeadBook book(IndicatorKind::value);
  book.seen(Areas::nation).missing = Missing::not_set;
  CHECK(contains(book.html(parts), "値は「値なし」です。"));
}

TEST_CASE("an opening without a text for parts says what it says of a missing figure") {
  LeadBook book(IndicatorKind::value);
  book.with(SmallBook::tottori, {3, 0});
  CHECK(contains(book.html(texts), "値は「公表資料に未掲載」です。"));
}

TEST_CASE("an opening says of a mean change by how much, which way, and from what to what") {
  LeadBook book(IndicatorKind::outcome);
  CHECK(contains(book.changed({9, 1}, {85, 1}, {94, 1}).html(change),
                 "前と後で平均0.9日増えました（8.5日→9.4日）。"));
}

TEST_CASE("an opening says of a fall that it is one, without a sign") {
  LeadBook book(IndicatorKind::outcome, "時間");
  CHECK(contains(book.changed({-13, 1}, {81, 1}, {68, 1}).html(change),
                 "平均1.3時間減りました（8.1時間→6.8時間）"));
}

TEST_CASE("an opening says of a change that rounds to nothing that there is hardly one") {
  LeadBook book(IndicatorKind::outcome);
  CHECK(contains(book.changed({4, 2}, {85, 1}, {854, 2}).html(change),
                 "平均はほぼ変わりませんでした（8.5日→8.5日）"));
}

TEST_CASE("an opening without a text for a change shows the mean change with its sign") {
  LeadBook book(IndicatorKind::outcome);
  CHECK(contains(book.changed({9, 1}, {85, 1}, {94, 1}).html(texts), "値は+0.9日です。"));
}

TEST_CASE("an opening of a figure that is no change says its value, with a text for changes too") {
  LeadBook book(IndicatorKind::value);
  book.with(Areas::nation, {9, 1});
  CHECK(contains(book.html(change), "値は0.9日です。"));
}

TEST_CASE("a sentence of a lead goes where a placeholder in it has nothing to say") {
  LeadBook book(IndicatorKind::value, "%");
  book.small.measured.cube.add(book.with(SmallBook::tottori, {5, 0}));
  book.small.book.prepare();
  CHECK(book.small.html(
            "lead", "indicator = \"own\"\nvalue = \"値は{{value}}。全国の{{times_nation}}です。\"",
            SmallBook::tottori) == "値は5.0%。");
}

TEST_CASE("less than a tenth of the nation's is not about 0.0 times of it") {
  LeadBook book(IndicatorKind::value, "%");
  book.small.measured.cube.add(book.with(SmallBook::tottori, {1, 1}));
  book.small.measured.cube.add(book.with(Areas::nation, {90, 1}));
  book.small.book.prepare();
  CHECK(book.small.html("lead", "indicator = \"own\"\nvalue = \"全国の{{times_nation}}です。\"",
                        SmallBook::tottori) == "全国の0.1倍未満です。");
}

TEST_CASE("an opening of a figure that is withheld does not say that there is none") {
  LeadBook book(IndicatorKind::value);
  book.seen(Areas::nation).missing = Missing::suppressed;
  CHECK(contains(book.html("indicator = \"own\"\nmissing = \"報告はまだありません。\"\n"),
                 "全国の値は、個人や事業所が分からないように載せていません。"));
}

TEST_CASE("an opening of a figure that is withheld says its own text for it") {
  LeadBook book(IndicatorKind::value);
  book.seen(Areas::nation).missing = Missing::suppressed;
  CHECK(book.html("indicator = \"own\"\nmissing = \"ない。\"\nhidden = \"載せない。\"\n") ==
        "載せない。");
}

TEST_CASE("an opening without any text is an error") {
  LeadBook book(IndicatorKind::value);
  book.small.compiled("lead", "indicator = \"own\"\n");
  REQUIRE(book.small.said.size() == 1);
  CHECK(book.small.said.front().code == "lead.text");
}
