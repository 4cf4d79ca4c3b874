#include "check/projects.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Projects : Checking {
  Projects() {
    publication.prefecture = "鳥取県";
    programme("region", Clause::model_region, 2023);
    programme("link-2023", Clause::data_link, 2023);
    programme("link-2024", Clause::data_link, 2024);
    programme("plain", Clause::none, 0);
  }

  void programme(const std::string& id, Clause clause, int budget) {
    Programme made;
    made.id = made.title = id;
    made.clause = clause;
    made.budget = budget;
    publication.programmes.push_back(made);
  }

  /// A sound project; its places have the row of its number, so that they are told apart.
  ModelProject& project(const std::string& programme, std::int64_t yen) {
    ModelProject& made = publication.projects.emplace_back();
    const int row = static_cast<int>(publication.projects.size());
    made.programme = programme;
    made.area = "312029";
    made.yen = yen;
    made.contact = "窓口";
    made.visit = ProjectVisit{"水曜日", ""};
    made.offices = {office("居宅介護支援"), office("訪問介護")};
    made.results.push_back({.what = "時間", .unit = "分", .source = "測定"});
    made.place = {"p.md", row, 1};
    made.yen_place = {"p.md", row, 2};
    made.programme_place = {"p.md", row, 3};
    made.offices_place = {"p.md", row, 4};
    made.visit_place = {"p.md", row, 5};
    made.area_place = {"p.md", row, 6};
    return made;
  }

  static ProjectOffice office(const std::string& service) {
    ProjectOffice made;
    made.service = service;
    made.role = "役割";
    made.terminal_place = {"p.md", 30, 1};
    made.service_place = {"p.md", 30, 2};
    return made;
  }

  std::string codes() {
    run();
    std::string all;
    for (const Finding& each : findings)
      if (each.code.starts_with("project.")) all += (all.empty() ? "" : " ") + each.code.substr(8);
    return all;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Projects, "sound projects of both programmes are silent") {
  project("region", 20'000'000);
  project("link-2023", 8'500'000);
  project("link-2024", 8'500'000);
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "a model facility over 20 million yen is an error at its cost") {
  project("region", 20'000'001);
  CHECK(codes() == "cost");
  CHECK(finding("project.cost").place == Place{"p.md", 1, 2});
  CHECK(finding("project.cost").level == Level::error);
  CHECK(finding("project.cost").message.ja.find("20,000,000円") != std::string::npos);
}

TEST_CASE_FIXTURE(Projects, "a data link over 8.5 million yen is an error in either budget") {
  project("link-2023", 8'500'001);
  project("link-2024", 8'500'001);
  CHECK(codes() == "cost cost");
}

TEST_CASE_FIXTURE(Projects, "a terminal over 100,000 yen is an error at its cost") {
  ModelProject& made = project("link-2023", 8'000'000);
  made.offices[0].terminals = 1;
  made.offices[0].terminal_yen = 100'001;
  CHECK(codes() == "terminal");
  CHECK(finding("project.terminal").place == Place{"p.md", 30, 1});
}

TEST_CASE_FIXTURE(Projects, "a terminal of 100,000 yen is within the limit") {
  ModelProject& made = project("link-2024", 8'000'000);
  made.offices[0].terminals = 1;
  made.offices[0].terminal_yen = 100'000;
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "the limit of terminals is the data link's only") {
  ModelProject& made = project("region", 8'000'000);
  made.offices[0].terminals = 1;
  made.offices[0].terminal_yen = 180'000;
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "terminals that cost more than the whole project are an error") {
  ModelProject& made = project("link-2023", 500'000);
  made.offices[0].terminals = 10;
  made.offices[0].terminal_yen = 90'000;
  CHECK(codes() == "cost");
}

TEST_CASE_FIXTURE(Projects, "a fourth model facility of one budget is an error at the fourth") {
  for (int number = 0; number < 4; ++number) project("region", 1'000'000);
  CHECK(codes() == "models");
  CHECK(finding("project.models").place == Place{"p.md", 4, 3});
}

TEST_CASE_FIXTURE(Projects,
                  "three model facilities and five data links of 2023 are within the limits") {
  for (int number = 0; number < 3; ++number) project("region", 20'000'000);
  for (int number = 0; number < 5; ++number) project("link-2023", 8'500'000);
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "a sixth data link of the budget of 2023 is an error") {
  for (int number = 0; number < 6; ++number) project("link-2023", 1'000'000);
  CHECK(codes() == "models");
}

TEST_CASE_FIXTURE(Projects,
                  "data links of the budget of 2024 are limited by their sum, not their number") {
  for (int number = 0; number < 10; ++number) project("link-2024", 6'000'000);
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "data links of 2024 over 60 million yen together are an error") {
  for (int number = 0; number < 10; ++number) project("link-2024", 6'000'000);
  project("link-2024", 1);
  CHECK(codes() == "total");
  CHECK(finding("project.total").place == Place{"p.md", 11, 2});
}

TEST_CASE_FIXTURE(Projects, "projects of two prefectures do not share a limit") {
  publication.prefecture.clear();
  for (int number = 0; number < 3; ++number) project("region", 1'000'000);
  project("region", 1'000'000).area = "322016";
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "a data link needs a care-management and a home-service office") {
  project("link-2023", 1).offices = {office("居宅介護支援"), office("介護老人福祉施設")};
  project("link-2023", 1).offices = {office("訪問介護")};
  CHECK(codes() == "group group");
  CHECK(finding("project.group").place == Place{"p.md", 1, 4});
}

TEST_CASE_FIXTURE(Projects, "model facilities need no care-management office") {
  project("region", 1).offices = {office("介護老人福祉施設")};
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "an unknown service is an error with the nearest one") {
  project("region", 1).offices = {office("訪門介護")};
  CHECK(codes() == "service");
  CHECK(finding("project.service").message.ja.find("訪問介護") != std::string::npos);
}

TEST_CASE_FIXTURE(Projects, "services are known with brackets of either width") {
  project("region", 1).offices = {office("通所介護(療養通所介護)")};
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects, "a project without offices is an error") {
  project("region", 1).offices.clear();
  CHECK(codes() == "offices");
}

TEST_CASE_FIXTURE(Projects, "a project without results is a warning") {
  project("region", 1).results.clear();
  CHECK(codes() == "results");
  CHECK(finding("project.results").level == Level::warning);
}

TEST_CASE_FIXTURE(Projects, "model facilities without a word on visits are an error") {
  project("region", 1).visit.reset();
  CHECK(codes() == "visit");
}

TEST_CASE_FIXTURE(Projects, "model facilities that receive nobody are a warning") {
  project("region", 1).visit = ProjectVisit{"", "工事中"};
  CHECK(codes() == "visit_none");
  CHECK(finding("project.visit_none").level == Level::warning);
}

TEST_CASE_FIXTURE(Projects, "a data link may leave visits out") {
  project("link-2023", 1).visit.reset();
  CHECK(codes() == "");
}

TEST_CASE_FIXTURE(Projects,
                  "a missing contact is an error of model facilities and a warning of data links") {
  project("region", 1).contact.clear();
  project("link-2023", 1).contact.clear();
  CHECK(codes() == "contact contact");
  CHECK(findings[0].level == Level::error);
  CHECK(findings[1].level == Level::warning);
}

TEST_CASE_FIXTURE(Projects, "a programme that does not exist is an error with the nearest id") {
  project("link-2032", 1);
  CHECK(codes() == "programme");
  CHECK(finding("project.programme").message.en.find("link-2023") != std::string::npos);
}

TEST_CASE_FIXTURE(Projects, "a programme without a clause has no model projects") {
  project("plain", 1);
  CHECK(codes() == "clause");
}

TEST_CASE_FIXTURE(Projects,
                  "limits of a budget that is not known are a warning, and nothing is compared") {
  programme("link-2026", Clause::data_link, 2026);
  project("link-2026", 99'000'000);
  CHECK(codes() == "limits");
  CHECK(finding("project.limits").level == Level::warning);
}

TEST_CASE_FIXTURE(Projects, "an area of another prefecture is an error") {
  project("region", 1).area = "322016";
  CHECK(codes() == "area");
  CHECK(finding("project.area").place == Place{"p.md", 1, 6});
}

namespace {

/// Results that name indicators: an outcome of 鳥取県 by programme, and a share of its cities.
struct Observed : Projects {
  Observed() {
    Indicator& outcome = indicator("overtime", IndicatorKind::outcome);
    outcome.outcome = OutcomeFormula{};
    indicator("rate", IndicatorKind::ratio);
    OutcomeSummary made;
    made.area = areas.by_name(Areas::nation, "鳥取県");
    made.period = measured.cube.period_id(*parse_period("2025FY"));
    made.breakdown = measured.breakdown_id({{"programme", "region"}});
    measured.outcomes.push_back(made);
    for (const char* month : {"2024-04", "2025-03"}) {
      Observation seen;
      seen.indicator = 1;
      seen.area = areas.by_code("312029");
      seen.period = measured.cube.period_id(*parse_period(month));
      seen.value = Decimal{5, 0};
      measured.cube.add(seen);
    }
  }

  std::string codes_of(const BeforeAfter& result) {
    project("region", 1).results = {result};
    return codes();
  }
};

BeforeAfter overtime() {
  return {.indicator = "overtime", .part_key = "programme", .part_code = "region"};
}

BeforeAfter rate(const char* from, const char* to) {
  return {.indicator = "rate", .from = parse_period(from), .to = parse_period(to)};
}

}  // namespace

TEST_CASE_FIXTURE(Observed, "a result that an outcome has for this part is silent") {
  CHECK(codes_of(overtime()) == "");
}

TEST_CASE_FIXTURE(Observed, "a result between two periods of the project's area is silent") {
  CHECK(codes_of(rate("2024-04", "2025-03")) == "");
}

TEST_CASE_FIXTURE(Observed, "an indicator that does not exist is an error with the nearest id") {
  CHECK(codes_of({.indicator = "overtim"}) == "indicator");
  CHECK(finding("project.indicator").message.en.find("overtime?") != std::string::npos);
}

TEST_CASE_FIXTURE(Observed,
                  "a part that the indicator does not have is an error with the nearest one") {
  BeforeAfter result = overtime();
  result.part_code = "regoin";
  CHECK(codes_of(result) == "part");
  CHECK(finding("project.part").message.en.find("programme=region?") != std::string::npos);
}

TEST_CASE_FIXTURE(Observed, "a year or a period without figures is an error") {
  BeforeAfter result = overtime();
  result.year = 2024;
  CHECK(codes_of(result) == "figures");
}

TEST_CASE_FIXTURE(Observed, "periods without figures are an error") {
  CHECK(codes_of(rate("2023-04", "2025-03")) == "figures");
}

TEST_CASE_FIXTURE(Observed, "an outcome takes no two periods, and another indicator needs them") {
  BeforeAfter result = overtime();
  result.from = parse_period("2024-04");
  project("region", 1).results = {result, {.indicator = "rate"}};
  CHECK(codes() == "times times");
}

TEST_CASE_FIXTURE(Projects, "a project that has not begun has no results") {
  publication.as_of = "2026-11-23";
  ModelProject& made = project("region", 8'000'000);
  made.period_place = {"p.md", 1, 7};
  made.from = *parse_period("2026-11");
  made.to = *parse_period("2027-03");
  CHECK(codes() == "");
  made.from = *parse_period("2026-12");
  CHECK(codes() == "future");
  CHECK(finding("project.future").place == Place{"p.md", 1, 7});
}
