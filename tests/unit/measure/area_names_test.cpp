// Names of areas that a table has, as far as its periods and other rows tell what they are.
#include "measure/candidates.h"
#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

/// 米子市 was 米子町 until October 2018; towns of one source at a period.
struct Renamed : Measuring {
  Renamed() {
    areas.add_change(
        {"2018-10-01", "市制施行", "313980", "鳥取県米子町", "312029", "鳥取県米子市", {}, {}});
    count("cases", "cases");
  }
  void towns(const char* cell, const char* period) {
    Source& made = cities("towns", {"市区町村", "件数"}, {{cell, "3"}});
    made.measures = {{"cases", "件数"}};
    made.period = parse_period(period);
    measure_what_can_be();
  }
  void measure_what_can_be() {
    if (auto made = yokoten::measure(publication, areas, findings)) measured = std::move(*made);
  }
  /// A source of codes beside names of their prefectures, in a year before the change.
  Source& codes(std::initializer_list<Cells> rows) {
    Source& made = cities("codes", {"コード", "県", "件数"}, rows);
    made.measures = {{"cases", "件数"}};
    made.prefecture_column = "県";
    made.period = parse_period("2015FY");
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Renamed, "the name and code of before a change are known before it") {
  for (const char* cell : {"鳥取県米子町", "鳥取県西伯郡米子町", "313980", "31398"}) {
    CAPTURE(cell);
    findings.clear();
    publication.sources.clear();
    publication.tables.clear();
    towns(cell, "2015FY");
    CHECK(findings.empty());
    REQUIRE(measured.facts.size() == 1);
    CHECK(measured.facts.front().area == area("312029"));
  }
}

TEST_CASE_FIXTURE(Renamed, "a name of before without its prefecture may be a town of another one") {
  add_area(areas, "323012", "米子町", area("320005"));
  towns("米子町", "2015FY");
  CHECK(said("name.prefecture") == 1);
  CHECK(measured.facts.empty());
}

TEST_CASE_FIXTURE(Renamed, "a code of before in a table of prefectures is none of them") {
  Source& made = source("prefectures", {"コード", "件数"}, {{"313980", "3"}});
  made.measures = {{"cases", "件数"}};
  made.period = parse_period("2015FY");
  measure_what_can_be();
  CHECK(said("name.code") == 1);
  CHECK(measured.facts.empty());
}

TEST_CASE_FIXTURE(Renamed, "a code of before is held against the prefecture beside it") {
  codes({{"313980", "島根県", "3"}});
  measure_what_can_be();
  CHECK(finding("name.prefecture_differs").place == Place{"raw/codes.csv", 2, 2});
}

TEST_CASE_FIXTURE(Renamed, "a code of before beside its own prefecture is known") {
  codes({{"313980", "鳥取県", "3"}});
  measure_what_can_be();
  CHECK(findings.empty());
  CHECK(measured.facts.size() == 1);
}

TEST_CASE_FIXTURE(Renamed, "after the change they are errors that name the area of today") {
  towns("鳥取県米子町", "2019FY");
  CHECK(finding("name.unknown").message.en.find("since 2018-10-01") != std::string::npos);
}

TEST_CASE_FIXTURE(Renamed, "a town that was joined to another is not that one") {
  areas = two_prefectures();
  areas.add_change(
      {"2018-10-01", "編入", "313980", "鳥取県米子町", "312029", "鳥取県米子市", {}, {}});
  towns("鳥取県米子町", "2015FY");
  CHECK(said("name.unknown") == 1);
}

TEST_CASE_FIXTURE(Renamed, "in a column of periods each row's own decides") {
  Source& made = cities("towns", {"市区町村", "年", "件数"},
                        {{"鳥取県米子町", "2015", "3"}, {"鳥取県米子町", "2019", "4"}});
  made.measures = {{"cases", "件数"}};
  made.period_column = "年";
  static_cast<void>(yokoten::measure(publication, areas, findings));
  CHECK(said("name.unknown") == 1);
  CHECK(finding("name.unknown").place == Place{"raw/towns.csv", 3, 1});
}

TEST_CASE_FIXTURE(Measuring,
                  "prefectures where municipalities are wanted are told once, as the level") {
  for (const char* name : {"富山県", "石川県", "福井県"}) add_area(areas, {}, name, Areas::nation);
  cities("towns", {"県", "件数"},
         {{"鳥取県", "1"}, {"島根県", "1"}, {"富山県", "1"}, {"石川県", "1"}, {"福 井 県", "1"}})
      .measures = {{"cases", "件数"}};
  count("cases", "cases");
  static_cast<void>(yokoten::measure(publication, areas, findings));
  CHECK(said("name.level") == 1);
  CHECK(said("name.prefecture") + said("name.unknown") == 0);
  CHECK(finding("name.level").message.en.find("level = \"prefecture\"") != std::string::npos);
}

TEST_CASE_FIXTURE(
    Measuring, "a prefecture beside an empty cell may be its total, and is told how to say that") {
  Source& made = cities("towns", {"市区町村", "県", "件数"}, {{"", "鳥取県", "1"}});
  made.prefecture_column = "県";
  made.measures = {{"cases", "件数"}};
  count("cases", "cases");
  static_cast<void>(yokoten::measure(publication, areas, findings));
  CHECK(finding("name.unknown")
            .message.en.find("total_row = { column = \"市区町村\", values = [\"\"] }") !=
        std::string::npos);
}

TEST_CASE("a town of one letter is near to no other word of two letters") {
  Areas areas = two_prefectures();
  const int town = add_area(areas, "313980", "森町", areas.by_code("310000"));
  CHECK(nearest_areas(areas, areas.by_code("310000"), "空欄").empty());
  CHECK(nearest_areas(areas, areas.by_code("310000"), "森市").front() == town);
}
