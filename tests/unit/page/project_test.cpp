#include <doctest/doctest.h>

#include "page/project_parts.h"
#include "unit/page/small_book.h"

using namespace yokoten;

namespace {

struct ProjectBook : SmallBook {
  ModelProject project;

  ProjectBook() {
    Programme programme;
    programme.id = "link";
    programme.title = "データ連携の事業";
    programme.clause = Clause::data_link;
    programme.budget = 2023;
    publication.programmes.push_back(programme);
    project.programme = "link";
    project.area = "312029";
    project.from = *parse_period("2024-07");
    project.to = *parse_period("2025-03");
    project.yen = 4'250'000;
    project.offices = {office("居宅介護支援", 2), office("訪問介護", 0)};
    project.results = {plain("31", "12.5", "時間")};
  }

  static ProjectOffice office(const std::string& service, int terminals) {
    ProjectOffice made;
    made.service = service;
    made.role = service + "の役割";
    made.terminals = terminals;
    made.terminal_yen = terminals > 0 ? 98'000 : 0;
    return made;
  }

  static BeforeAfter plain(const char* before, const char* after, const std::string& unit) {
    BeforeAfter made;
    made.what = "かかる時間";
    made.before = parse_decimal(before);
    made.after = parse_decimal(after);
    made.unit = unit;
    made.source = "測定の平均";
    return made;
  }

  std::string part(const char* name) {
    Context context = page;
    context.root = "../../";
    return project_part_html(context, project, name);
  }

  /// An outcome of the nation, which pages of this book without a prefecture are about.
  void add_outcome(bool hidden) {
    Indicator indicator;
    indicator.id = "overtime";
    indicator.title = "残業時間";
    indicator.unit = "時間";
    indicator.decimals = 1;
    indicator.kind = IndicatorKind::outcome;
    publication.indicators.push_back(indicator);
    paths.insert("indicators/overtime/");
    OutcomeSummary seen;
    seen.indicator = static_cast<int>(publication.indicators.size()) - 1;
    seen.area = Areas::nation;
    seen.period = measured.cube.period_id(*parse_period("2025FY"));
    seen.before.mean = Decimal{1234, 2};
    seen.after.mean = Decimal{1084, 2};
    seen.change.mean = Decimal{-150, 2};
    seen.offices = {1, 2, 3, 4};
    seen.hidden = hidden;
    measured.outcomes.push_back(seen);
    BeforeAfter made;
    made.indicator = "overtime";
    project.results = {made};
  }
};

}  // namespace

TEST_CASE_FIXTURE(ProjectBook,
                  "the facts of a project say programme, what it is for, area and period") {
  const std::string html = part("facts");
  CHECK(contains(html, "データ連携の事業"));
  CHECK(contains(html, "紙やファクスの代わりに"));
  CHECK(contains(html, "<a href=\"../../areas/31/312029/\">鳥取県米子市</a>"));
  CHECK(contains(html, "2024年7月から2025年3月まで"));
  CHECK(contains(html, "2か所"));
}

TEST_CASE_FIXTURE(ProjectBook,
                  "offices stand by service in the national order with their terminals") {
  const std::string html = part("offices");
  CHECK(html.find("訪問介護の役割") < html.find("居宅介護支援の役割"));
  CHECK(contains(html, "98,000"));
  CHECK_FALSE(contains(html, "名前は非公開"));
}

TEST_CASE_FIXTURE(ProjectBook, "an office without a name says so where others have one") {
  project.offices[0].name = "見本事業所";
  CHECK(contains(part("offices"), "見本事業所"));
  CHECK(contains(part("offices"), "名前は非公開"));
}

TEST_CASE_FIXTURE(ProjectBook, "the cost stands against the limits of its budget") {
  const std::string html = part("cost");
  CHECK(contains(html, "4,250,000"));
  CHECK(contains(html, "8,500,000"));
  CHECK(contains(html, "50.0%"));
  CHECK(contains(html, "98.0%"));
  CHECK(contains(html, "5モデルまで"));
}

TEST_CASE_FIXTURE(ProjectBook, "a cost whose limit is unknown stands alone and says so") {
  publication.programmes[0].budget = 2030;
  CHECK(contains(part("cost"), "4,250,000円"));
  CHECK(contains(part("cost"), "この予算の上限とは比べていません"));
}

TEST_CASE_FIXTURE(ProjectBook,
                  "a result shows both sides, the change and its share, and the source") {
  const std::string html = part("results");
  CHECK(contains(html, "31時間"));
  CHECK(contains(html, "12.5時間"));
  CHECK(contains(html, "−18.5時間（−59.7%）"));
  CHECK(contains(html, "測定の平均"));
}

TEST_CASE_FIXTURE(ProjectBook, "a change of percentages is in points") {
  project.results = {plain("10", "64.3", "%")};
  CHECK(contains(part("results"), "+54.3ポイント"));
}

TEST_CASE_FIXTURE(ProjectBook, "a change from nothing has no share") {
  project.results = {plain("0", "5", "回")};
  CHECK(contains(part("results"), ">+5回<"));
}

TEST_CASE_FIXTURE(ProjectBook,
                  "an outcome shows the means of the reports and how many offices they are of") {
  add_outcome(false);
  const std::string html = part("results");
  CHECK(contains(html, "12.3時間"));
  CHECK(contains(html, "10.8時間"));
  CHECK(contains(html, "−1.5時間"));
  CHECK(contains(html, "4事業所の平均"));
  CHECK(contains(html, "href=\"../../indicators/overtime/\""));
}

TEST_CASE_FIXTURE(ProjectBook,
                  "an outcome that is hidden shows neither figures nor the number of offices") {
  add_outcome(true);
  const std::string html = part("results");
  CHECK(contains(html, "秘匿"));
  CHECK_FALSE(contains(html, "12.3"));
  CHECK_FALSE(contains(html, "4事業所"));
}

TEST_CASE_FIXTURE(ProjectBook, "another indicator shows the model region at both periods") {
  BeforeAfter made;
  made.indicator = "rate";
  made.from = made.to = parse_period("2024-09-13");
  project.results = {made};
  CHECK(contains(part("results"), "24.1%"));
  CHECK(contains(part("results"), "2024年9月13日と2024年9月13日"));
}

TEST_CASE_FIXTURE(ProjectBook, "a project without results says that there are none yet") {
  project.results.clear();
  CHECK(contains(part("results"), "まだありません"));
}

TEST_CASE_FIXTURE(ProjectBook, "visits are told, refused with the reason, or not told") {
  CHECK(contains(part("visit"), "記載なし"));
  project.visit = ProjectVisit{"水曜日の午後", ""};
  CHECK(contains(part("visit"), "水曜日の午後"));
  project.visit = ProjectVisit{"", "工事中のためです。"};
  CHECK(contains(part("visit"), "受け入れていません。工事中のためです。"));
}

TEST_CASE_FIXTURE(ProjectBook, "documents lead to the file with its kind and size, or elsewhere") {
  project.documents = {{.title = "様式", .path = "documents/form.csv", .bytes = 2049},
                       {.title = "資料", .url = "https://example.jp/a.pdf"}};
  const std::string html = part("documents");
  CHECK(contains(html, "href=\"../../documents/form.csv\""));
  CHECK(contains(html, "CSV、3KB"));
  CHECK(contains(html, "href=\"https://example.jp/a.pdf\""));
}

TEST_CASE_FIXTURE(ProjectBook, "what officers write is escaped") {
  project.contact = "<b>窓口</b>";
  project.results[0].what = "<i>";
  CHECK(contains(part("visit"), "&lt;b&gt;窓口"));
  CHECK_FALSE(contains(part("results"), "<i>"));
}

TEST_CASE_FIXTURE(ProjectBook, "parts that a block has shown do not stand there again") {
  Context context = page;
  project_part_html(context, project, "cost");
  const std::string rest = project_other_sections(context, project);
  CHECK_FALSE(contains(rest, "id=\"project-cost\""));
  CHECK(contains(rest, "id=\"project-offices\""));
}

TEST_CASE_FIXTURE(ProjectBook, "a project block on another page is an error") {
  CHECK(compiled("project", "show = \"cost\"") != nullptr);
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == "block.project");
}

TEST_CASE_FIXTURE(ProjectBook, "cases and model projects are listed apart") {
  cases_list = {{.path = "cases/a/", .title = "好事例の一つ"},
                {.path = "projects/b/", .title = "モデルの一つ", .is_project = true}};
  CHECK(contains(html("cases", "", Areas::none), "好事例の一つ"));
  CHECK_FALSE(contains(html("cases", "", Areas::none), "モデルの一つ"));
  CHECK(contains(html("projects", "", Areas::none), "モデルの一つ"));
  CHECK_FALSE(contains(html("projects", "", Areas::none), "好事例の一つ"));
}

TEST_CASE_FIXTURE(ProjectBook, "a change that does not come out of the means shown says why") {
  add_outcome(false);
  const std::string why = "変化は四捨五入する前の平均から計算しているため";
  CHECK_FALSE(contains(part("results"), why));
  measured.outcomes.back().change.mean = Decimal{-144, 2};
  CHECK(contains(part("results"), why));
}
