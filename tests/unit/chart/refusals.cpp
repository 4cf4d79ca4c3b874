#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

const char* const kSound = R"({
  "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
  "width": "container", "height": {"step": 24},
  "data": {"values": [{"name": "甲", "value": 3}, {"name": "乙", "value": 5}]},
  "layer": [{
    "mark": {"type": "bar", "color": "#3460FB"},
    "encoding": {
      "x": {"field": "value", "type": "quantitative", "axis": null},
      "y": {"field": "name", "type": "nominal", "sort": null, "axis": {"title": null}}
    }
  }]
})";

// The sound specification with one value put at a pointer.
Json with(const char* pointer, const char* value) {
  Json spec = Json::parse(kSound);
  spec[Json::json_pointer(pointer)] = Json::parse(value);
  return spec;
}

std::string refused(const Json& spec) {
  const auto result = render(spec);
  const auto* problem = std::get_if<SpecProblem>(&result);
  if (!problem) return "drawn";
  CHECK_FALSE(problem->message.ja.empty());
  CHECK_FALSE(problem->message.en.empty());
  return problem->pointer;
}

std::string refused(const char* pointer, const char* value) {
  return refused(with(pointer, value));
}

}  // namespace

TEST_CASE("a specification inside the subset is drawn") {
  CHECK(refused(Json::parse(kSound)) == "drawn");
}

TEST_CASE("a mark outside the subset is refused with its pointer") {
  CHECK(refused("/layer/0/mark/type", "\"arc\"") == "/layer/0/mark/type");
}

TEST_CASE("an unknown property is refused with its pointer") {
  CHECK(refused("/projection", "{}") == "/projection");
  CHECK(refused("/layer/0/mark/tooltip", "true") == "/layer/0/mark/tooltip");
  CHECK(refused("/layer/0/encoding/x/aggregate", "\"sum\"") == "/layer/0/encoding/x/aggregate");
  CHECK(refused("/layer/0/encoding/y/axis/labelAngle", "45") ==
        "/layer/0/encoding/y/axis/labelAngle");
}

TEST_CASE("slashes and tildes in a pointer are escaped") {
  Json spec = Json::parse(kSound);
  spec["a/b~c"] = 1;
  CHECK(refused(spec) == "/a~1b~0c");
}

TEST_CASE("a colour outside the palette is refused") {
  CHECK(refused("/layer/0/mark/color", "\"red\"") == "/layer/0/mark/color");
  CHECK(refused("/layer/0/mark/color", "\"#3460fb\"") == "drawn");
}

TEST_CASE("data that must be fetched are refused") {
  CHECK(refused("/data", R"({"url": "x.csv"})") == "/data/url");
}

TEST_CASE("rows that are no objects are refused") {
  CHECK(refused("/data/values/1", "7") == "/data/values/1");
}

TEST_CASE("a value of another type than its field is refused") {
  CHECK(refused("/data/values/1/value", "\"5\"") == "/layer/0/encoding");
  CHECK(refused("/data/values/1/value", "null") == "drawn");
}

TEST_CASE("a category outside its domain is refused") {
  CHECK(refused("/layer/0/encoding/y/scale", R"({"domain": ["甲"]})") == "/layer/0/encoding");
}

TEST_CASE("categories without an order are refused since Vega would sort them") {
  Json spec = Json::parse(kSound);
  spec["layer"][0]["encoding"]["y"].erase("sort");
  CHECK(refused(spec) == "/layer/0/encoding/y");
}

TEST_CASE("a property without effect on its mark is refused") {
  CHECK(refused("/layer/0/mark/align", "\"left\"") == "/layer/0/mark/align");
  CHECK(refused("/layer/0/mark/strokeWidth", "3") == "/layer/0/mark/strokeWidth");
}

TEST_CASE("a channel without effect on its mark is refused") {
  CHECK(refused("/layer/0/encoding/text", R"({"value": "a"})") == "/layer/0/encoding/text");
}

TEST_CASE("a config that is not the house's is refused") {
  CHECK(refused("/config", R"({"view": {"stroke": null}})") == "drawn");
  CHECK(refused("/config", R"({"view": {"stroke": "red"}})") == "/config/view");
  CHECK(refused("/config", R"({"bar": {}})") == "/config/bar");
}

TEST_CASE("an axis whose title Vega would invent is refused") {
  CHECK(refused("/layer/0/encoding/y/axis", "{}") == "/layer/0/encoding/y/axis/title");
}

TEST_CASE("another version of the schema is refused") {
  CHECK(refused("/$schema", "\"https://vega.github.io/schema/vega-lite/v5.json\"") == "/$schema");
}

TEST_CASE("a specification needs exactly one of mark and layer") {
  CHECK(refused("/mark", "\"bar\"") == "");
  Json spec = Json::parse(kSound);
  spec.erase("layer");
  CHECK(refused(spec) == "");
}

TEST_CASE("a colour scale needs as many colours as it has classes") {
  CHECK(refused("/layer/0/encoding/color",
                R"({"field": "value", "type": "quantitative", "legend": null,
                    "scale": {"type": "threshold", "domain": [1, 2], "range": ["#3460FB"]}})") ==
        "/layer/0/encoding/color/scale");
}

TEST_CASE("words of the house in usermeta are checked as well") {
  CHECK(refused("/usermeta", R"({"yokoten": {"strong": 3}})") == "/usermeta/yokoten/strong");
  CHECK(refused("/usermeta", R"({"yokoten": {"loud": "x"}})") == "/usermeta/yokoten/loud");
}

TEST_CASE("a specification that is no object is refused at its root") {
  CHECK(refused(Json::parse("[]")) == "");
  CHECK(refused(Json()) == "");
}

TEST_CASE("a name that could break out of an identifier is refused") {
  CHECK(refused("/name", "\"a)b\"") == "/name");
}

TEST_CASE("a domain follows the data and is rounded where none is written") {
  Json spec = Json::parse(kSound);
  spec["data"]["values"][1]["value"] = 9.7;
  const auto svg = std::get<std::string>(render(spec));
  // 9.7 on an axis from 0 to 10.
  CHECK(has(svg, "width=\"97%\""));
}
