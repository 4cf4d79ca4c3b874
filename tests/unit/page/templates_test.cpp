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

TEST_CASE("views of a list are made as they are written, as often as the template asks") {
  const auto make = [](View& view, std::size_t at) { view.text("a", std::to_string(at)); };
  View three, none;
  three.list("items", MadeViews{3, make});
  none.list("items", MadeViews{0, make});
  const std::string text =
      "{{#items}}{{a}},{{/items}}{{#items}}{{a}}{{/items}}{{^items}}-{{/items}}";
  CHECK(filled_with(text, three) == "0,1,2,012");
  CHECK(filled_with(text, none) == "-");
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

TEST_CASE("what templates do not have is reported with its line") {
  for (const char* text : {"\n{{a", "\n{{}}", "\n{{/a}}", "\n{{#a}}{{/b}}", "\n{{=<% %>=}}"}) {
    CAPTURE(text);
    Findings findings;
    const TemplateTexts texts({{"partials/x.html", text}}, words, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "template.syntax");
    CHECK(findings[0].place.row == 2);
  }
}

TEST_CASE("three braces and an ampersand leave a text as it is") {
  CHECK(filled_with("{{{a}}}{{& a}}", View().text("a", "<b>")) == "<b><b>");
}

TEST_CASE("a list is filled item by item, and an item sees what is around it") {
  CHECK(filled_with("{{#items}}{{a}}{{b}} {{/items}}",
                    View().text("b", "!").list(
                        "items", {View().text("a", "1"), View().text("a", "2")})) == "1! 2! ");
}

TEST_CASE("the inverse of a section stands for an empty list and for what is not there") {
  CHECK(filled_with("{{^items}}none{{/items}}{{^other}} at all{{/other}}",
                    View().list("items", {})) == "none at all");
}

TEST_CASE("a tag of a section alone on its line takes the line with it") {
  CHECK(filled_with("a\n  {{#x}}\nb\n{{/x}}\n{{! why }}\nc\n", View().flag("x", true)) ==
        "a\nb\nc\n");
}

TEST_CASE("a tag beside text on its line leaves the line") {
  CHECK(filled_with("a\n{{#x}}b\n{{/x}} c\n", View().flag("x", true)) == "a\nb\n c\n");
}

TEST_CASE("a value set twice is the second one") {
  CHECK(filled_with("{{a}}", View().text("a", "1").text("a", "2")) == "2");
}

namespace {

/// Views of all shapes that the bits of the number tell, some of which hide names of the outer
/// view.
View shaped(unsigned number) {
  const std::string text = std::to_string(number);
  View view;
  if ((number & 1U) != 0) view.text("a", "<" + text + ">");
  if ((number & 2U) != 0) view.text("b", "&" + text);
  if ((number & 4U) != 0) view.flag("c", (number & 8U) != 0);
  if ((number & 16U) != 0) view.text("o", "");
  if ((number & 32U) != 0) view.list("others", {View().text("x", text), View().text("a", text)});
  return view;
}

std::string filled_list(const std::vector<View>& items) {
  View view;
  view.text("o", "outer").text("x", "X").list("others", {View().text("d", "D"), View()});
  return filled_with(
      "{{#items}}<{{a}}|{{{b}}}|{{#a}}A{{o}}{{/a}}{{^a}}none{{/a}}{{#c}}[{{a}}{{b}}]{{/c}}"
      "{{#others}}({{a}}{{{b}}}{{x}}{{d}}){{/others}}>\n{{/items}}",
      view.list("items", items));
}

}  // namespace

TEST_CASE("a long list is filled as its items are one by one, of whatever shapes they are") {
  for (const unsigned step : {1U, 7U, 64U}) {
    CAPTURE(step);
    std::vector<View> items;
    std::string one_by_one;
    for (unsigned number = 0; number < 256; number += 1) {
      items.push_back(shaped(number * step % 67));
      one_by_one += filled_list({items.back()});
    }
    CHECK(filled_list(items) == one_by_one);
  }
}
