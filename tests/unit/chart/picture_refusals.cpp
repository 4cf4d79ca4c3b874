#include <doctest/doctest.h>

#include "chart/picture.h"

using yokoten::Json;
using namespace yokoten::chart;

namespace {

const std::string kRows =
    R"("data": {"values": [{"k": "甲", "v": 3, "u": "https://a.jp/"}, {"k": "乙", "v": 9, "u": "java\tscript:x"}]})";
const std::string kBars =
    R"("x": {"field": "k", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"})";

std::string pointer_of(const std::string& text) {
  const Json json = Json::parse(text);
  const auto drawn = fixed_picture(json, std::nullopt, Theme::light);
  const auto* problem = std::get_if<SpecProblem>(&drawn);
  return problem == nullptr ? "drawn" : problem->pointer;
}

std::string with_href(const std::string& href) {
  return "{" + kRows + R"(, "mark": "bar", "encoding": {)" + kBars + R"(, "href": )" + href + "}}";
}

std::string bar_with(const std::string& mark, const std::string& encoding = kBars) {
  return "{" + kRows + R"(, "mark": )" + mark + R"(, "encoding": {)" + encoding + "}}";
}

}  // namespace

TEST_CASE("A link that a browser would run is refused where it is written") {
  for (const char* link : {"javascript:alert(1)", " JaVaScRiPt:x", "java\\tscript:x", "vbscript:x",
                           "data:text/html,x", "java\\uFFFEscript:x", "java\\u0001script:x"}) {
    CAPTURE(link);
    CHECK(pointer_of(with_href(std::string(R"({"value": ")") + link + "\"}")) ==
          "/encoding/href/value");
  }
  CHECK(pointer_of(with_href(R"({"field": "u"})")) == "/data/values/1/u");
  CHECK(
      pointer_of(with_href(
          R"j({"value": "a", "condition": {"test": "datum.v > 3", "value": "javascript:x"}})j")) ==
      "/encoding/href/condition/value");
}

TEST_CASE("Links to places are drawn") {
  for (const char* link : {"https://a.jp/", "http://a.jp/?b=javascript:x", "a/b.html#c", "#c",
                           "mailto:a@example.jp", "/a:b", "//a.jp/"})
    CHECK(pointer_of(with_href(std::string(R"({"value": ")") + link + "\"}")) == "drawn");
}

TEST_CASE("A number and a text that look alike are refused as categories at the row") {
  const auto with = [](const char* values, const char* channels) {
    return std::string(R"({"data": {"values": )") + values + R"(}, "mark": "bar", "encoding": {)" +
           channels + R"(, "y": {"field": "n", "type": "quantitative"}}})";
  };
  const char* mixed = R"([{"y": "2023", "n": 3}, {"y": 2022, "n": 1}, {"y": 2023, "n": 9}])";
  CHECK(pointer_of(with(mixed, R"("x": {"field": "y", "type": "ordinal"})")) == "/data/values/2/y");
  CHECK(pointer_of(with(mixed, R"("color": {"field": "y"})")) == "/data/values/2/y");
  CHECK(pointer_of(with(mixed, R"("row": {"field": "y"})")) == "/data/values/2/y");
  CHECK(pointer_of(with(R"([{"y": null, "n": 3}, {"n": 1}, {"y": 2023, "n": 9}])",
                        R"("x": {"field": "y", "type": "ordinal"})")) == "drawn");
}

TEST_CASE("Properties that have no effect on this mark or scale are refused") {
  CHECK(pointer_of(bar_with(R"({"type": "bar", "height": 5})")) == "/mark/height");
  CHECK(pointer_of(bar_with(R"({"type": "bar", "width": 5})")) == "drawn");
  CHECK(pointer_of(bar_with(R"("point")",
                            R"("x": {"field": "v", "type": "quantitative", "bandPosition": 0})")) ==
        "/encoding/x/bandPosition");
  CHECK(pointer_of(bar_with(R"({"type": "text", "text": "a"})", R"("text": {"field": "k"})")) ==
        "/mark/text");
  CHECK(
      pointer_of(bar_with(
          R"("bar")", R"("x": {"field": "v", "type": "temporal", "axis": {"tickMinStep": 5}})")) ==
      "/encoding/x/axis/tickMinStep");
}

TEST_CASE("Cells of facets neither fill a container nor are fitted") {
  const std::string facets = kBars + R"(, "column": {"field": "k"})";
  CHECK(pointer_of(R"({"width": "container", )" + bar_with(R"("bar")", facets).substr(1)) ==
        "/width");
  CHECK(pointer_of(R"({"autosize": "fit", )" + bar_with(R"("bar")", facets).substr(1)) ==
        "/autosize");
  CHECK(pointer_of(R"({"autosize": "pad", )" + bar_with(R"("bar")", facets).substr(1)) == "drawn");
}

namespace {

std::string words_of(const std::string& text) {
  const auto drawn = fixed_picture(Json::parse(text), std::nullopt, Theme::light);
  const auto* problem = std::get_if<SpecProblem>(&drawn);
  return problem == nullptr ? "drawn" : problem->pointer + ": " + problem->message.en;
}

}  // namespace

TEST_CASE("Pixels a category are refused where there are no categories") {
  const std::string lying =
      R"("x": {"field": "v", "type": "quantitative"}, "y": {"field": "k", "type": "nominal"})";
  CHECK(pointer_of("{" + kRows + R"(, "width": {"step": 12}, "mark": "bar", "encoding": {)" +
                   lying + "}}") == "/width/step");
  CHECK(pointer_of("{" + kRows + R"(, "height": {"step": 12}, "mark": "bar", "encoding": {)" +
                   kBars + "}}") == "/height/step");
  CHECK(pointer_of("{" + kRows + R"(, "width": {"step": 12}, "mark": "bar", "encoding": {)" +
                   kBars + "}}") == "drawn");
}

TEST_CASE("What people write of other words is answered with the word that is meant") {
  CHECK(words_of(bar_with(R"("circle")")) ==
        "/mark: \"circle\" cannot stand here; write {\"type\": \"point\", \"filled\": true}");
  CHECK(words_of(bar_with(R"({"type": "square"})")) ==
        "/mark/type: \"square\" cannot stand here; write {\"type\": \"point\", \"shape\": "
        "\"square\", \"filled\": true}");
  CHECK(words_of(bar_with(R"("bar")", kBars + R"(, "facet": {"field": "k"})")) ==
        "/encoding/facet: 'facet' cannot be used: say row or column");
  CHECK(
      words_of(bar_with(R"("bar")", R"("x": {"field": "k", "type": "nominal", "axis": false})")) ==
      "/encoding/x/axis: say null where no axis is wanted");
}

TEST_CASE("Who says true of an axis wants one, and is not told how there is none") {
  CHECK(words_of(bar_with(R"("bar")", R"("x": {"field": "k", "type": "nominal", "axis": true})"))
            .starts_with("/encoding/x/axis: true cannot stand here"));
}

TEST_CASE("A value that does not fit is told with its type and the forms that do") {
  const auto of = [](const char* type) {
    return words_of(R"({"data": {"values": [{"v": "12人"}]}, "mark": "point", "encoding": {
        "x": {"field": "v", "type": ")" +
                    std::string(type) + "\"}}}");
  };
  CHECK(of("quantitative")
            .starts_with("/data/values/0/v: a value that is no number (quantitative); "
                         "write 12.5"));
  CHECK(of("temporal")
            .starts_with("/data/values/0/v: a value that is no date or time (temporal); "
                         "write 2024-04-01"));
}
