#include <doctest/doctest.h>

#include "page/case_parts.h"
#include "page/similar_cases.h"
#include "unit/page/small_book.h"

using namespace yokoten;

namespace {

struct CaseBook : SmallBook {
  GoodPractice& practice(const std::string& slug, const std::vector<std::string>& themes) {
    GoodPractice& made = publication.practices.emplace_back();
    made.slug = slug;
    made.title = slug + "の題";
    made.areas = {"312029"};
    made.themes = themes;
    return made;
  }

  /// Makes tags and entries of all cases so far.
  void list() {
    book.prepare();
    for (const CaseTag& each : book.case_tags()) paths.insert(each.path);
    for (const GoodPractice& each : publication.practices) {
      CaseEntry entry;
      entry.path = "cases/" + each.slug + '/';
      entry.title = each.title;
      entry.practice = &each;
      cases_list.push_back(entry);
    }
  }

  std::string part(std::size_t number, const char* name) {
    Context context = page;
    context.root = "../../";
    return case_part_html(context, publication.practices[number], name);
  }

  std::string similar_to(std::size_t number, int home = Areas::nation) const {
    std::string slugs;
    for (const SimilarCase& each :
         similar_cases(publication, areas, home, publication.practices[number], 3))
      slugs += (slugs.empty() ? "" : " ") + each.practice->slug;
    return slugs;
  }

  std::string tags() const {
    std::string all;
    for (const CaseTag& each : book.case_tags())
      all += each.path.substr(6) + '=' + std::to_string(each.count) + ' ';
    return all;
  }
};

}  // namespace

TEST_CASE_FIXTURE(CaseBook, "there is a tag for what a case has, and for its prefecture") {
  practice("a", {"survey"}).services = {service_type("訪問介護")};
  publication.practices[0].technologies = {"intercom"};
  list();
  CHECK(tags() ==
        "themes/survey/=1 technologies/intercom/=1 services/110/=1 areas/310000/=1 "
        "areas/312029/=1 ");
}

TEST_CASE_FIXTURE(CaseBook, "a prefecture's own publication has no tag for the prefecture") {
  publication.prefecture = "鳥取県";
  practice("a", {"survey"});
  list();
  CHECK(tags() == "themes/survey/=1 areas/312029/=1 ");
}

TEST_CASE_FIXTURE(CaseBook, "facts lead to the pages by tag") {
  practice("a", {"survey"}).award = CaseAward{"職場の表彰", "優良賞", 2024};
  list();
  const std::string html = part(0, "facts");
  CHECK(contains(html, "<a href=\"../../cases/themes/survey/\">意向・現状の調査</a>"));
  CHECK(contains(html, "<a href=\"../../cases/areas/312029/\">鳥取県米子市</a>"));
  CHECK(contains(html, "2024年度 職場の表彰（優良賞）"));
}

TEST_CASE_FIXTURE(CaseBook, "facts are plain where the publication has no pages by tag") {
  practice("a", {"survey"});
  book.prepare();
  CHECK_FALSE(contains(part(0, "facts"), "<a "));
}

TEST_CASE_FIXTURE(CaseBook, "a plan is called one, and what is not told is not called done") {
  practice("a", {"survey"});
  list();
  CHECK_FALSE(contains(part(0, "facts"), "状態"));
  publication.practices[0].status = CaseStatus::planned;
  CHECK(contains(part(0, "facts"), "予定・計画"));
  publication.practices[0].status = CaseStatus::done;
  CHECK(contains(part(0, "facts"), "実施済み"));
}

TEST_CASE_FIXTURE(CaseBook, "a photo has its size and its text; only later ones wait") {
  GoodPractice& made = practice("a", {"survey"});
  made.photos = {{.path = "photos/a.png", .alt = "<机>を囲む職員", .width = 640, .height = 480},
                 {.path = "photos/b.png", .alt = "機器", .credit = "見本苑", .taken = "2025-02"}};
  list();
  const std::string html = part(0, "photos");
  CHECK(contains(html,
                 "<img src=\"../../photos/a.png\" alt=\"&lt;机&gt;を囲む職員\" "
                 "width=\"640\" height=\"480\">"));
  CHECK(contains(html, "loading=\"lazy\""));
  CHECK(contains(html, "<figcaption>写真提供 見本苑、2025年2月撮影</figcaption>"));
}

TEST_CASE_FIXTURE(CaseBook, "effects say before, after and the change") {
  practice("a", {"survey"}).effects = {{.what = "時間",
                                        .unit = "分",
                                        .source = "測定",
                                        .before = parse_decimal("40"),
                                        .after = parse_decimal("25")}};
  list();
  const std::string html = part(0, "effects");
  CHECK(contains(html, "40分"));
  CHECK(contains(html, "−15分（−37.5%）"));
}

TEST_CASE_FIXTURE(CaseBook, "a case without effects, photos or likes has no such parts") {
  practice("a", {"survey"});
  list();
  for (const char* name : {"effects", "photos", "similar"}) CHECK(part(0, name) == "");
}

TEST_CASE_FIXTURE(CaseBook, "the case that shares most comes first, equal ones by address") {
  practice("a", {"survey", "funding"});
  practice("d", {"funding"});
  practice("c", {"survey", "funding"});
  practice("b", {"funding"});
  practice("e", {"training"});
  CHECK(similar_to(0) == "c b d");
}

TEST_CASE_FIXTURE(CaseBook, "a place or a size alone makes no likeness") {
  practice("a", {"survey"}).size = "30-";
  practice("b", {"funding"}).size = "30-";
  CHECK(similar_to(0) == "");
}

TEST_CASE_FIXTURE(CaseBook, "what most cases have weighs less than what few share") {
  for (const char* slug : {"a", "b", "c", "d"})
    practice(slug, {"survey"}).technologies = {"data-link"};
  publication.practices[0].themes = publication.practices[3].themes = {"training"};
  CHECK(similar_to(0).starts_with("d "));
}

TEST_CASE_FIXTURE(CaseBook, "a similar case says what both have") {
  practice("a", {"survey"}).services = {service_type("訪問介護")};
  practice("b", {"survey"}).services = {service_type("訪問介護")};
  list();
  CHECK(contains(part(0, "similar"),
                 "同じテーマ：意向・現状の調査。同じサービス：訪問介護。同じ地域：鳥取県米子市。"));
}

TEST_CASE_FIXTURE(CaseBook, "the list of a tag's page holds its cases only") {
  practice("a", {"survey"});
  practice("b", {"funding"});
  list();
  Findings nothing;
  const auto block = compiled_block(book, {"cases", "of = \"tag\"", {"pages/t.md", 1, 1}},
                                    Each::case_tag, nothing);
  REQUIRE(block);
  Context context = page;
  context.tag = &book.case_tags().front();
  CHECK(contains(block->html(context), "aの題"));
  CHECK_FALSE(contains(block->html(context), "bの題"));
}

TEST_CASE_FIXTURE(CaseBook, "of = tag on another page is an error") {
  compiled("cases", "of = \"tag\"");
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == "block.tag");
}

TEST_CASE_FIXTURE(CaseBook, "the index counts cases and leaves out what has none") {
  practice("a", {"survey"});
  practice("b", {"survey"});
  list();
  const std::string html = this->html("case-index", "by = [\"theme\"]", Areas::none);
  CHECK(contains(html, "意向・現状の調査</a> <small>2件</small>"));
  CHECK_FALSE(contains(html, "費用の支援"));
  CHECK_FALSE(contains(html, "市区町村から"));
}

TEST_CASE_FIXTURE(CaseBook, "the index says which words by knows") {
  compiled("case-index", "by = [\"topic\"]");
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == "toml.choice");
}

TEST_CASE_FIXTURE(CaseBook, "the block case stands on pages of cases only") {
  compiled("case", "show = \"facts\"");
  REQUIRE(said.size() == 1);
  CHECK(said[0].code == "block.case");
}

TEST_CASE_FIXTURE(CaseBook, "where there is no case or project yet, readers are told so") {
  CHECK(html("cases", "", Areas::none) == "<p>紹介できる取組は、まだありません。</p>\n");
  CHECK(html("collection", "", Areas::none) == "<p>紹介できる取組は、まだありません。</p>\n");
  CHECK(html("projects", "", Areas::none) == "<p>公表できるモデル事業は、まだありません。</p>\n");
  CHECK(html("cases", "limit = 2\n", Areas::none).empty());
  CHECK(html("cases", "of = \"area\"\n", Areas::none).empty());
}
