#include <doctest/doctest.h>

#include "page/terms.h"

using namespace yokoten;

namespace {

GlossaryTerm term(const char* id, const char* name, std::vector<std::string> also = {}) {
  GlossaryTerm made;
  made.id = id;
  made.name = name;
  made.also = std::move(also);
  return made;
}

std::string marked(const std::vector<GlossaryTerm>& glossary, const std::string& html) {
  std::vector<const GlossaryTerm*> found;
  return Terms(glossary).marked(html, found);
}

std::string term_link(const std::string& id, const std::string& text) {
  return "<a class=\"term\" href=\"#term-" + id + "\">" + text + "</a>";
}

const std::vector<GlossaryTerm> two = {term("office", "居宅介護支援"),
                                       term("plan", "居宅介護支援事業所", {"支援事業所"})};

}  // namespace

TEST_CASE("the first mention of a term is a link, later ones are not") {
  CHECK(marked({term("kpi", "KPI")}, "<p>KPIとKPI</p>") ==
        "<p>" + term_link("kpi", "KPI") + "とKPI</p>");
}

TEST_CASE("the longest term counts, and other spellings are the same term") {
  CHECK(marked(two, "<p>居宅介護支援事業所</p>") ==
        "<p>" + term_link("plan", "居宅介護支援事業所") + "</p>");
  CHECK(marked(two, "<p>その支援事業所、居宅介護支援事業所</p>") ==
        "<p>その" + term_link("plan", "支援事業所") + "、居宅介護支援事業所</p>");
}

TEST_CASE("a term is no part of a longer word") {
  CHECK(marked({term("body", "団体")}, "<p>地方公共団体と団体と</p>") ==
        "<p>地方公共団体と" + term_link("body", "団体") + "と</p>");
  CHECK(marked({term("kpi", "KPI")}, "<p>KPIsや1KPI</p>") == "<p>KPIsや1KPI</p>");
  CHECK(marked({term("care", "ケア")}, "<p>ケアプラン、スキンケア、ケア計画</p>") ==
        "<p>ケアプラン、スキンケア、" + term_link("care", "ケア") + "計画</p>");
  CHECK(marked({term("year", "年度")}, "<p>2024年度末と2024年度の</p>") ==
        "<p>2024年度末と2024" + term_link("year", "年度") + "の</p>");
}

TEST_CASE("headings, links, tables, charts and folded parts stay as they are") {
  const std::vector<GlossaryTerm> kpi = {term("kpi", "KPI")};
  for (const char* element : {"h1", "h2", "h3", "a", "table", "svg", "button", "summary", "details",
                              "dt", "nav", "code", "textarea", "script", "label"}) {
    const std::string html =
        std::string("<") + element + " title=\"KPI\"><b>KPI</b></" + element + ">";
    CHECK(marked(kpi, html) == html);
    CHECK(marked(kpi, html + "<p>KPI</p>") == html + "<p>" + term_link("kpi", "KPI") + "</p>");
  }
}

TEST_CASE("attributes are no text") {
  CHECK(marked({term("kpi", "KPI")}, "<p title=\"KPI\" data-x='KPI'>だけ</p>") ==
        "<p title=\"KPI\" data-x='KPI'>だけ</p>");
}

TEST_CASE("a term with letters that HTML escapes is found as it stands in HTML") {
  CHECK(marked({term("rd", "R&D")}, "<p>R&amp;Dの</p>") ==
        "<p>" + term_link("rd", "R&amp;D") + "の</p>");
}

TEST_CASE("terms that are only listed are not marked") {
  GlossaryTerm listed = term("year", "年度");
  listed.marked = false;
  CHECK(marked({listed}, "<p>年度</p>") == "<p>年度</p>");
}
