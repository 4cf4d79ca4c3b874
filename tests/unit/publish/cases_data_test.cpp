#include "publish/cases_data.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

struct Data {
  Publication publication;
  Areas areas;
  Measured measured;

  Data() {
    publication.base_url = "https://example.jp/";
    Area area;
    area.code = "310000";
    area.name = "鳥取県";
    area.level = AreaLevel::prefecture;
    area.parent = Areas::nation;
    areas.add(area);
    GoodPractice& made = publication.practices.emplace_back();
    made.slug = "night";
    made.title = "=cmd|' /C calc'!A0";
    made.summary = "記録, を「話す」\"";
    made.areas = {"310000", "999999"};
    made.services = {service_type("訪問介護"), service_type("介護予防支援")};
    made.size = "10-29";
    made.themes = {"survey", "funding"};
    made.status = CaseStatus::planned;
    made.sources = {"<script>"};
    made.effects = {{.what = "時間",
                     .unit = "分",
                     .source = "測定",
                     .before = parse_decimal("42.50"),
                     .after = parse_decimal("25")}};
  }

  std::string csv() const { return cases_csv(publication, areas, measured); }
  std::string json() const { return cases_json(publication, areas, measured); }
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the index of cases begins with a byte order mark and its headings") {
  CHECK(Data().csv().starts_with("\xEF\xBB\xBFid,title,address,"));
}

TEST_CASE("what a spreadsheet would run does not run") {
  CHECK(contains(Data().csv(), "night,'=cmd|' /C calc'!A0,https://example.jp/cases/night/,"));
}

TEST_CASE("areas that are there, services, size and themes stand with code and name") {
  CHECK(contains(Data().csv(),
                 ",310000,鳥取県,110; preventive-support,訪問介護; 介護予防支援,10-29,"
                 "職員10〜29人,,,survey; funding,意向・現状の調査; 費用の支援,"));
}

TEST_CASE("effects are told with their unit") {
  CHECK(contains(Data().csv(), ",planned,時間 42.50分→25分,"));
}

TEST_CASE("an effect that is hidden goes out as its reason only") {
  Data data;
  Indicator indicator;
  indicator.id = "overtime";
  indicator.title = "残業";
  indicator.kind = IndicatorKind::outcome;
  data.publication.indicators.push_back(indicator);
  OutcomeSummary seen;
  seen.indicator = 0;
  seen.area = Areas::nation;
  data.measured.breakdown_id({});
  seen.period = data.measured.cube.period_id(*parse_period("2025FY"));
  seen.before.mean = seen.after.mean = seen.change.mean = Decimal{12345, 2};
  seen.hidden = true;
  data.measured.outcomes.push_back(seen);
  data.publication.practices[0].effects = {{.indicator = "overtime"}};
  CHECK(contains(data.csv(), "残業 (suppressed)"));
  CHECK(contains(data.json(), "\"missing_reason\": \"suppressed\""));
  CHECK_FALSE(contains(data.csv() + data.json(), "123"));
}

TEST_CASE("the JSON has figures as numbers and nothing that a page would run") {
  const std::string json = Data().json();
  CHECK(contains(json, "\"before\": 42.5, \"after\": 25, \"unit\": \"分\""));
  CHECK(contains(json, "\"award\": null"));
  CHECK_FALSE(contains(json, "<script>"));
}

TEST_CASE("a publication without cases has no index") {
  Data data;
  data.publication.practices.clear();
  CHECK(data.csv() == "");
  CHECK(data.json() == "");
}
