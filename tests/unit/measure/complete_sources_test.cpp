#include <doctest/doctest.h>

#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

/// A list of cities; those that it leaves out have none.
struct CompleteSources : Measuring {
  Source& listed(std::initializer_list<Cells> rows) {
    Source& made = cities("list", {"市区町村"}, rows);
    made.kind = SourceKind::list;
    made.complete = true;
    count("listed", "listed");
    return made;
  }

  Indicator& share() {
    Indicator& made = indicator("share", IndicatorKind::share_of_areas);
    made.condition_indicator = "listed";
    made.condition_at_least = Decimal{1, 0};
    made.levels = {AreaLevel::nation, AreaLevel::prefecture};
    return made;
  }

  bool has_figure(const std::string& code, int indicator = 0) {
    const FoundObservation seen = measured.cube.find(
        indicator, area(code), measured.cube.period_id(*parse_period("2024-09")));
    return seen != nullptr && (seen->value || seen->lower);
  }

  /// 中海広域連合 of 米子市 and 境港市.
  void add_union() {
    Area joined;
    joined.name = "中海広域連合";
    joined.members = {"米子市", "境港市"};
    joined.parent = area("310000");
    joined.level = AreaLevel::municipal_union;
    areas.add(joined);
  }
};

}  // namespace

TEST_CASE_FIXTURE(CompleteSources, "in a prefecture's publication only its own areas have zero") {
  publication.prefecture = "鳥取県";
  listed({{"鳥取県境港市"}});
  measure();
  CHECK(text(at("312029").value) == "0");
  CHECK(text(at("310000").value) == "1");
  CHECK_FALSE(has_figure("322016"));
  CHECK_FALSE(has_figure("320005"));
  CHECK_FALSE(has_figure("000000"));
}

TEST_CASE_FIXTURE(CompleteSources, "prefectures that its table has rows of have zero there too") {
  publication.prefecture = "鳥取県";
  listed({{"鳥取県境港市"}, {"島根県浜田市"}});
  measure();
  CHECK(text(at("322016").value) == "0");
  CHECK(text(at("000000").value) == "2");
}

TEST_CASE_FIXTURE(CompleteSources, "of its own areas alone it says no share of the country's") {
  publication.prefecture = "鳥取県";
  listed({{"鳥取県境港市"}});
  share();
  measure();
  CHECK(has_figure("310000", 1));
  CHECK_FALSE(has_figure("000000", 1));
}

TEST_CASE_FIXTURE(CompleteSources, "members of a union that has a row have no zero") {
  add_union();
  listed({{"鳥取県中海広域連合"}});
  measure();
  CHECK(text(at("312029").value) == "none");
  CHECK(at("312029").missing == Missing::not_published);
  CHECK(text(at("312011").value) == "0");
}

TEST_CASE_FIXTURE(CompleteSources, "sums hold the union in place of its members") {
  add_union();
  listed({{"鳥取県中海広域連合"}, {"鳥取県境港市"}});
  measure();
  CHECK(text(at("312045").value) == "1");
  CHECK(text(at("310000").value) == "2");
  CHECK(text(at("000000").value) == "2");
}

TEST_CASE_FIXTURE(CompleteSources, "nothing is left of a prefecture for members of its union") {
  add_union();
  listed({{"鳥取県中海広域連合"}});
  measure();
  CHECK(measured.remainders.empty());
}

TEST_CASE_FIXTURE(CompleteSources, "members of a union that has no row have zero") {
  add_union();
  listed({{"鳥取県鳥取市"}});
  measure();
  CHECK(text(at("312029").value) == "0");
}

TEST_CASE_FIXTURE(Measuring, "an area without a plan still has its last figure as the newest") {
  Source& made = source(
      "years", {"都道府県", "年", "件数"},
      {{"鳥取県", "2024FY", "1"}, {"島根県", "2024FY", "2"}, {"鳥取県", "2027FY", "9（計画）"}});
  made.period.reset();
  made.period_column = "年";
  made.measures = {{"cases", "件数"}};
  made.notes["計画"].flags = planned;
  count("cases", "cases");
  measure();
  for (const char* code : {"310000", "320005", "000000"}) {
    const FoundObservation newest = measured.cube.latest(0, area(code));
    REQUIRE(newest != nullptr);
    CHECK(to_text(measured.cube.period(newest->period)) == "2024FY");
    CHECK(newest->value);
  }
  CHECK(at("320005", "", "2027FY").has(planned));
}

TEST_CASE_FIXTURE(Measuring,
                  "where only parts are kept, a part without a plan has its last figure") {
  Source& made = source("years", {"都道府県", "年", "区分", "件数"},
                        {{"鳥取県", "2024FY", "甲", "1"},
                         {"島根県", "2024FY", "甲", "2"},
                         {"鳥取県", "2027FY", "甲", "9（計画）"},
                         {"島根県", "2027FY", "甲", "-"}});
  made.period.reset();
  made.period_column = "年";
  made.measures = {{"cases", "件数"}};
  made.breakdown = {{"kind", "区分"}};
  made.symbols["-"] = "not_reported";
  made.notes["計画"].flags = planned;
  Indicator& parts = count("cases", "cases");
  parts.by = Selection{"kind", {}};
  parts.total = false;
  measure();
  CHECK(at("320005", "kind=甲", "2027FY").has(planned));
}
