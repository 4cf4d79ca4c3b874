#include <doctest/doctest.h>

#include "chart/picture.h"

using yokoten::Json;
using namespace yokoten::chart;

namespace {

bool has(const std::string& text, const char* part) { return text.find(part) != text.npos; }

// A box and a letter on it.
std::string cells(const std::string& box, const std::string& letters, const std::string& top = "") {
  return "{" + top +
         R"("data": {"values": [{"k": "甲", "v": 3}]}, "encoding": {"x": {"field": "k"}}, "layer": [
    {"mark": {"type": "rect", "color": ")" +
         box + R"("}},
    {"mark": {"type": "text", "text": "字", "color": ")" +
         letters + R"("}}]})";
}

std::string fixed_form(const std::string& text, Theme theme) {
  const Json json = Json::parse(text);
  const auto drawn = fixed_picture(json, std::nullopt, theme);
  REQUIRE(std::holds_alternative<std::string>(drawn));
  return std::get<std::string>(drawn);
}

std::string form_of_pages(const std::string& text) {
  const Json json = Json::parse(text);
  const auto drawn = fluid_picture(json);
  REQUIRE(std::holds_alternative<Picture>(drawn));
  return std::get<Picture>(drawn).svg;
}

}  // namespace

TEST_CASE("Letters stay as they are on a box that is the same on dark pages") {
  CHECK(has(fixed_form(cells("#ffeecc", "black"), Theme::dark), R"(fill="black">字)"));
  CHECK(has(fixed_form(cells("#ffeecc", "black"), Theme::both),
            R"(fill="black" style="fill:black;">字)"));
  CHECK(has(fixed_form(cells("#E8F1FE", "black"), Theme::dark), R"(fill="#f2f2f2">字)"));
}

TEST_CASE("On a ground of the author's nothing turns dark") {
  const std::string own = cells("#E8F1FE", "black", R"("background": "#fffdf5", )");
  CHECK(fixed_form(own, Theme::dark) == fixed_form(own, Theme::light));
  const std::string view = cells("#E8F1FE", "black", R"("view": {"fill": "#fffdf5"}, )");
  CHECK(fixed_form(view, Theme::both) == fixed_form(view, Theme::light));
}

TEST_CASE("Two colours of data stay two on dark pages") {
  const std::string bars =
      R"({"data": {"values": [{"k": "甲", "v": 3}, {"k": "乙", "v": 4}]}, "mark": "bar",
    "encoding": {"x": {"field": "v", "type": "quantitative"}, "y": {"field": "k"},
                 "color": {"field": "k", "scale": {"range": ["#CCCCCC", "#E6E6E6"]}}}})";
  const std::string dark = fixed_form(bars, Theme::dark);
  CHECK(has(dark, R"(fill="#666666")"));
  CHECK(has(dark, R"(fill="#4d4d4d")"));
  CHECK(has(fixed_form(bars, Theme::both),
            R"([fill="#CCCCCC"]{fill:#666666}[fill="#E6E6E6"]{fill:#4d4d4d})"));
}

TEST_CASE("On pages letters keep their colour on boxes that stay, and where they can be read") {
  CHECK(has(form_of_pages(cells("#ffeecc", "black")), R"( own" fill="black">字)"));
  CHECK(has(form_of_pages(cells("#E8F1FE", "#ffcc00")), R"( lit" fill="#ffcc00">字)"));
  CHECK(has(form_of_pages(cells("#E8F1FE", "#880000")), R"(class="m" fill="#880000">字)"));
  CHECK_FALSE(has(form_of_pages(cells("#E8F1FE", "black")), R"(fill="black")"));
}

TEST_CASE("On pages letters keep style and weight") {
  const std::string svg =
      form_of_pages(R"({"data": {"values": [{"k": "甲"}]}, "encoding": {"x": {"field": "k"}},
    "mark": {"type": "text", "text": "字", "fontStyle": "italic", "fontWeight": 300}})");
  CHECK(has(svg, R"(font-style="italic" font-weight="300")"));
}

TEST_CASE("What no reader of XML takes is left out of a picture") {
  const std::string svg =
      fixed_form(cells("#E8F1FE", "black", "\"title\": \"前\\uFFFE\\uFFFF後\", "), Theme::light);
  CHECK(has(svg, "前後"));
}
