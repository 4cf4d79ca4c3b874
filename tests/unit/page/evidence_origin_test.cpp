#include "page/evidence_origin.h"

#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The share of 松江市, whose applications and offices stand in two sources.
struct TwoSources {
  SmallBook small;
  Observation seen = *small.measured.cube.find(
      0, SmallBook::matsue, small.rate(SmallBook::matsue).observation->period, 0);

  TwoSources() {
    small.measured.measures = {"applications", "offices"};
    small.measured.parts.resize(1);
    Table table("raw/offices.csv", {"市", "事業所"});
    table.add_row(std::vector<std::string_view>{"島根県松江市", ""}, 2);
    small.publication.tables.push_back(table);
    Source& made = small.publication.sources.emplace_back();
    made.id = "offices";
    made.title = "事業所の表";
    made.file = "raw/offices.csv";
    made.level = AreaLevel::municipality;
    made.measures = {{"offices", "事業所"}};
    small.publication.sources[SmallBook::cities].measures = {{"applications", "申請"}};
  }
  void add_fact(int source, int measure, Missing missing, int row = 0) {
    Fact fact;
    fact.area = SmallBook::matsue;
    fact.source = static_cast<std::int16_t>(source);
    fact.row = row;
    fact.column = 1;
    fact.measure = measure;
    fact.period = seen.period;
    fact.missing = missing;
    small.measured.facts.push_back(fact);
  }
  std::string told() {
    small.measured.cube.replace(seen);
    small.book.prepare();
    return origin_html(small.page, small.rate(SmallBook::matsue));
  }
};

}  // namespace

TEST_CASE("of a share that lacks its denominator the source and row without it are named") {
  TwoSources two;
  two.seen.numerator = Decimal{10, 0};
  two.seen.numerator_origin = {SmallBook::cities, 2, 0};
  two.add_fact(2, 1, Missing::not_published);
  const std::string told = two.told();
  CHECK(contains(told, "offices.csv"));
  CHECK(contains(told, "2行目に松江市の分母は載っていません。"));
  CHECK(contains(told, "cities.csv"));
  CHECK(!contains(told, "松江市の値は載っていません"));
}

TEST_CASE("a sign in the cell of one side is said to be the reason") {
  TwoSources two;
  two.seen.numerator = Decimal{10, 0};
  two.seen.missing = Missing::not_applicable;
  two.seen.numerator_origin = {SmallBook::cities, 2, 0};
  two.add_fact(2, 1, Missing::not_applicable);
  const std::string told = two.told();
  CHECK(contains(told, "2行目で、松江市の分母は「該当なし」とされています。"));
  CHECK(!contains(told, "載っていません"));
}

TEST_CASE("a sign in the cells of both sides is said to be the reason") {
  TwoSources two;
  two.seen.missing = Missing::not_reported;
  two.add_fact(2, 1, Missing::not_reported);
  CHECK(contains(two.told(), "2行目で、松江市の値は「未報告」とされています。"));
}

TEST_CASE("a share of nothing has no value because its denominator is 0") {
  TwoSources two;
  two.seen.numerator = two.seen.denominator = Decimal{0, 0};
  two.seen.missing = Missing::not_applicable;
  two.seen.numerator_origin = two.seen.denominator_origin = {SmallBook::cities, 2, 0};
  const std::string told = two.told();
  CHECK(contains(told, "分母が0のため、割合は計算できません。"));
  CHECK(!contains(told, "載っていません"));
}

TEST_CASE("what the source hides is said to be hidden there") {
  TwoSources two;
  two.seen.missing = Missing::suppressed;
  two.add_fact(2, 1, Missing::suppressed);
  CHECK(contains(two.told(), "2行目で、松江市の値は秘匿とされています。"));
}

TEST_CASE("of several rows only those that the source hides are named") {
  TwoSources two;
  two.seen.missing = Missing::suppressed;
  two.small.publication.tables[2].add_row(std::vector<std::string_view>{"島根県松江市", "5"}, 3);
  two.add_fact(2, 1, Missing::suppressed);
  two.add_fact(2, 1, Missing::none, 1);
  CHECK(contains(two.told(), " 2行目で、松江市の値は秘匿とされています。"));
}

TEST_CASE("of what is hidden here nothing else is told") {
  TwoSources two;
  two.seen.missing = Missing::suppressed;
  CHECK(two.told() == "松江市の値は秘匿しています。0という意味ではありません。");
}
