#include "measure/remeasuring.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "measure/measure.h"
#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

std::string number_text(const std::optional<Decimal>& number) {
  return number ? std::to_string(number->mantissa) + "e-" + std::to_string(number->scale) : "none";
}

/// An observation in words that differ where anything of it does.
std::string in_words(const Observation& each) {
  std::string words;
  for (const int part :
       {each.indicator, each.area, each.period, each.breakdown, static_cast<int>(each.flags),
        static_cast<int>(each.missing), static_cast<int>(each.source), each.numerator_origin.row,
        each.denominator_origin.row})
    words += std::to_string(part) + ' ';
  for (const PackedDecimal& number :
       {each.numerator.unnoted(), each.denominator.unnoted(), each.value.unnoted(),
        each.lower.unnoted(), each.upper.unnoted()})
    words += number_text(number) + ' ';
  return words;
}

std::string in_words(const Rank* rank) {
  if (rank == nullptr) return "none";
  return std::to_string(rank->place) + '/' + std::to_string(rank->of) + '/' +
         std::to_string(rank->tied);
}

std::vector<std::string> in_words(const Measured& measured) {
  std::vector<std::string> words;
  for (const Observation& each : measured.cube.all()) words.push_back(in_words(each));
  for (const Observation& each : measured.unions) words.push_back("union " + in_words(each));
  for (const Fact& each : measured.facts.all())
    words.push_back("fact " + std::to_string(each.row) + ' ' + number_text(each.value));
  for (const Remainder& each : measured.remainders)
    words.push_back("rest " + std::to_string(each.indicator) + ' ' + std::to_string(each.area) +
                    ' ' + number_text(each.numerator) + ' ' + number_text(each.denominator) + ' ' +
                    number_text(each.value));
  return words;
}

/// What was measured once, and what of it is measured again.
struct Remeasured : Measuring {
  /// Measures, and then takes in the cells alone.
  std::optional<std::vector<FoundObservation>> take_in(std::vector<CellChange> cells) {
    measure();
    ranks(measured);
    const auto changed = Remeasuring(publication, areas, measured).take_in(cells, measured);
    if (changed) put(cells);
    return changed;
  }

  void put(const std::vector<CellChange>& cells) {
    for (const CellChange& each : cells)
      publication.tables[static_cast<std::size_t>(each.source)].replace(each.row, each.column,
                                                                        each.text);
  }

  /// Takes in the cells, and checks that this comes to what measuring everything comes to.
  void check_follows(std::vector<CellChange> cells) {
    const auto changed = take_in(std::move(cells));
    REQUIRE(changed);
    CHECK_FALSE(changed->empty());
    Findings none;
    const auto anew = yokoten::measure(publication, areas, none);
    REQUIRE(anew);
    CHECK(in_words(measured) == in_words(*anew));
    CHECK(ranks(measured) == ranks(*anew));
  }

  /// All places, which are made by this where they were not.
  std::vector<std::string> ranks(const Measured& of) const {
    std::vector<std::string> words;
    for (int indicator = 0; indicator < static_cast<int>(publication.indicators.size());
         ++indicator)
      for (int period = 0; period < of.cube.periods(); ++period) {
        const RankTable& table = of.ranks.table(
            of.cube, areas, publication.indicators[static_cast<std::size_t>(indicator)], indicator,
            period);
        for (int area = 0; area < areas.size(); ++area)
          words.push_back(in_words(table.national(area)) + ' ' + in_words(table.prefectural(area)));
      }
    return words;
  }

  /// Nothing is taken in, and all is as it was.
  void check_refused(std::vector<CellChange> cells) {
    measure();
    const auto before = in_words(measured);
    CHECK_FALSE(Remeasuring(publication, areas, measured).take_in(cells, measured));
    CHECK(in_words(measured) == before);
  }

  /// Offices and applications of all cities in two months.
  Source& months() {
    Source& made = cities("months", {"市区町村", "月", "事業所", "申請"},
                          {{"鳥取県鳥取市", "2024-08", "10", "3"},
                           {"鳥取県鳥取市", "2024-09", "10", "4"},
                           {"鳥取県米子市", "2024-08", "20", "2"},
                           {"鳥取県米子市", "2024-09", "20", "5"},
                           {"鳥取県境港市", "2024-08", "5", "0"},
                           {"鳥取県境港市", "2024-09", "5", "1"},
                           {"島根県松江市", "2024-08", "30", "9"},
                           {"島根県松江市", "2024-09", "30", "9"},
                           {"島根県浜田市", "2024-08", "8", "8"},
                           {"島根県浜田市", "2024-09", "8", "8"}});
    made.period_column = "月";
    made.period.reset();
    made.measures = {{"offices", "事業所"}, {"applications", "申請"}};
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Remeasured, "a number in a cell changes its figure and the sums above it") {
  months();
  percent("rate", "applications", "offices");
  count("applications", "applications");
  check_follows({{0, 3, 3, "6"}});
}

TEST_CASE_FIXTURE(Remeasured, "the figures that changed are told, and no others") {
  months();
  percent("rate", "applications", "offices");
  const auto changed = take_in({{0, 3, 3, "6"}});
  REQUIRE(changed);
  std::vector<int> seen;
  for (const FoundObservation& each : *changed) seen.push_back(each->area);
  std::ranges::sort(seen);
  std::vector<int> expected = {Areas::nation, area("310000"), area("312029")};
  std::ranges::sort(expected);
  CHECK(seen == expected);
}

TEST_CASE_FIXTURE(Remeasured, "cells of several rows and periods are taken in together") {
  months();
  percent("rate", "applications", "offices");
  check_follows({{0, 0, 2, "12"}, {0, 3, 3, "6"}, {0, 9, 2, "1,008"}, {0, 9, 3, "0"}});
}

TEST_CASE_FIXTURE(Remeasured, "a share of nothing comes and goes") {
  months();
  percent("rate", "applications", "offices");
  check_follows({{0, 5, 2, "0"}, {0, 5, 3, "0"}});
  check_follows({{0, 5, 2, "5"}, {0, 5, 3, "1"}});
}

TEST_CASE_FIXTURE(Remeasured, "shares of areas are counted again, and shares of those") {
  months();
  percent("rate", "applications", "offices");
  Indicator& share = indicator("share", IndicatorKind::share_of_areas);
  share.condition_indicator = "rate";
  share.condition_at_least = Decimal{25, 0};
  share.levels = {AreaLevel::nation, AreaLevel::prefecture};
  Indicator& above = indicator("above", IndicatorKind::share_of_areas);
  above.of = AreaLevel::prefecture;
  above.condition_indicator = "share";
  above.condition_at_least = Decimal{1, 0};
  above.levels = {AreaLevel::nation};
  check_follows({{0, 1, 3, "1"}, {0, 3, 3, "4"}});
}

TEST_CASE_FIXTURE(Remeasured,
                  "what is left of a prefecture follows its own figure and its cities'") {
  offices();
  listed_city();
  percent("rate", "applications", "offices");
  check_follows({{1, 0, 2, "21"}});
  check_follows({{0, 0, 1, "949"}});
}

TEST_CASE_FIXTURE(Remeasured, "parts are measured again with their whole") {
  costs({{"鳥取県", "賃金", "5"},
         {"鳥取県", "機器", "7"},
         {"島根県", "賃金", "1"},
         {"島根県", "機器", "2"}});
  Indicator& made = count("yen", "yen");
  made.by = Selection{"item", {}};
  check_follows({{0, 1, 2, "8"}});
}

TEST_CASE_FIXTURE(Remeasured, "columns that stand for parts are measured again") {
  starts();
  Indicator& made = percent("first", "bodies", "bodies");
  made.numerator.where = {{"start", {"第一期"}}};
  check_follows({{0, 1, 1, "5"}});
}

TEST_CASE_FIXTURE(Remeasured, "a figure of another rank is ranked anew") {
  months();
  percent("rate", "applications", "offices");
  measure();
  const int period = measured.cube.find_period(*parse_period("2024-09"));
  const auto place = [&] {
    return measured.ranks.table(measured.cube, areas, publication.indicators[0], 0, period)
        .national(area("312029"))
        ->place;
  };
  CHECK(place() == 4);
  REQUIRE(Remeasuring(publication, areas, measured).take_in({{0, 3, 3, "20"}}, measured));
  CHECK(place() == 1);
}

TEST_CASE_FIXTURE(Remeasured, "places are shared and left, whichever way a figure moves") {
  months();
  Indicator& rate = percent("rate", "applications", "offices");
  rate.better = Better::higher;
  count("applications", "applications").better = Better::lower;
  for (int row = 1; row < 10; row += 2)
    for (const std::string text :
         {"0", "1", "2", "4", "5", "6", "8", "9", "10", "16", "20", "30"}) {
      CAPTURE(row);
      CAPTURE(text);
      if (publication.tables.front().cell(row, 3) != text) check_follows({{0, row, 3, text}});
    }
}

TEST_CASE_FIXTURE(Remeasured, "places of several areas that change together are made anew") {
  months();
  percent("rate", "applications", "offices");
  check_follows({{0, 1, 3, "9"}, {0, 3, 3, "1"}, {0, 9, 3, "2"}});
}

TEST_CASE_FIXTURE(Remeasured, "a cell that is only shown changes no figure") {
  Source& made = counts({{"鳥取県", "5"}, {"島根県", "6"}});
  publication.tables.front().add_column("備考");
  count("cases", "cases");
  const auto changed = take_in({{0, 0, 2, "注"}});
  REQUIRE(changed);
  CHECK(changed->empty());
  made.total_row = RowRule{"備考", {"計"}};
  check_refused({{0, 0, 2, "計"}});
}

TEST_CASE_FIXTURE(Remeasured, "a cell that tells what its row is about is refused") {
  Source& made = months();
  made.of_which = RowRule{"事業所", {"うち"}};
  percent("rate", "applications", "offices");
  check_refused({{0, 0, 0, "鳥取県米子市"}});
  check_refused({{0, 0, 1, "2024-07"}});
  check_refused({{0, 0, 2, "11"}});
}

TEST_CASE_FIXTURE(Remeasured, "a cell that was no number, or is none now, is refused") {
  Source& made = months();
  made.symbols = {{"-", "not_reported"}};
  made.notes["速報"] = {provisional, std::nullopt};
  percent("rate", "applications", "offices");
  for (const std::string text : {"-", "", "x", "3(速報)"}) {
    CAPTURE(text);
    check_refused({{0, 0, 3, text}});
  }
  publication.tables.front().replace(0, 3, "-");
  check_refused({{0, 0, 3, "3"}});
}

TEST_CASE_FIXTURE(Remeasured, "where one of several cells is refused, none is taken in") {
  months();
  percent("rate", "applications", "offices");
  check_refused({{0, 0, 3, "5"}, {0, 1, 3, "x"}});
}

TEST_CASE_FIXTURE(Remeasured, "a sum that gets too large is refused, and all is as it was") {
  months();
  count("applications", "applications");
  check_refused({{0, 0, 3, "999999999999999999"}, {0, 2, 3, "999999999999999999"}});
}

TEST_CASE_FIXTURE(Remeasured, "a publication that hides figures is measured as a whole") {
  months().disclosure = DisclosureRule{};
  percent("rate", "applications", "offices");
  check_refused({{0, 0, 3, "5"}});
}

TEST_CASE_FIXTURE(Remeasured, "zeros of a prefecture's complete table stay in that prefecture") {
  publication.prefecture = "鳥取県";
  Source& made =
      cities("cases", {"市区町村", "件数"}, {{"鳥取県鳥取市", "3"}, {"鳥取県境港市", "1"}});
  made.measures = {{"cases", "件数"}};
  made.complete = true;
  count("cases", "cases");
  Indicator& share = indicator("share", IndicatorKind::share_of_areas);
  share.condition_indicator = "cases";
  share.condition_at_least = Decimal{2, 0};
  share.levels = {AreaLevel::nation, AreaLevel::prefecture};
  check_follows({{0, 1, 1, "5"}});
}

TEST_CASE_FIXTURE(Remeasured,
                  "a printed total that stands in for a sum changes the sums above it") {
  Source& made = cities("cases", {"市区町村", "件数"},
                        {{"鳥取県鳥取市", "3"},
                         {"鳥取県米子市", "x"},
                         {"鳥取県境港市", "1"},
                         {"鳥取県計", "6"},
                         {"島根県松江市", "1"},
                         {"島根県浜田市", "1"}});
  made.measures = {{"cases", "件数"}};
  made.symbols = {{"x", "suppressed"}};
  made.total_row = RowRule{"市区町村", {"鳥取県計"}};
  count("cases", "cases");
  check_follows({{0, 3, 1, "7"}});
}
