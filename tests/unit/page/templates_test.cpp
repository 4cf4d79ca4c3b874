#include "page/templates.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

const std::map<std::string, std::string> words = {{"page.skip", "本文 & 移動"}};

std::string filled_with(const std::string& text, const View& view) {
  Findings findings;
  const TemplateTexts texts({{"partials/x.html", text}, {"partials/inner.html", "[{{a}}]"}}, words,
                            findings);
  REQUIRE(findings.empty());
  return Templates(texts).filled("x", view);
}

}  // namespace

TEST_CASE("a variable in a template is escaped") {
  CHECK(filled_with("{{a}}", View().text("a", "<b>")) == "&lt;b&gt;");
}

TEST_CASE("an empty text leaves its section out") {
  CHECK(filled_with("{{#a}}x{{/a}}{{^a}}y{{/a}}", View().text("a", "")) == "y");
}

TEST_CASE("an empty text inside hides the one of the outer view") {
  View inner;
  inner.text("a", "");
  CHECK(filled_with("{{#items}}{{#a}}{{a}}{{/a}}{{/items}}",
                    View().text("a", "outer").list("items", {inner})) == "");
}

TEST_CASE("a partial stands in place of its tag") {
  CHECK(filled_with("{{> inner}}", View().text("a", "1")) == "[1]");
}

TEST_CASE("words of the language are put in escaped") {
  CHECK(filled_with("{{words.page.skip}}", View()) == "本文 &amp; 移動");
}

TEST_CASE("a word that no language file has is reported with its line") {
  Findings findings;
  const TemplateTexts texts({{"partials/x.html", "\n{{words.page.none}}"}}, words, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "template.word");
  CHECK(findings[0].place.row == 2);
}

TEST_CASE("a partial that does not exist is reported") {
  Findings findings;
  const TemplateTexts texts({{"partials/x.html", "{{> none}}"}}, words, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "template.partial");
}

TEST_CASE("a section that is never closed is reported") {
  Findings findings;
  const TemplateTexts texts({{"partials/x.html", "{{#a}}"}}, words, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "template.syntax");
}
