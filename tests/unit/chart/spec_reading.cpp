#include <doctest/doctest.h>

#include "chart/spec/read.h"

using yokoten::Json;
using namespace yokoten::chart;

namespace {

// A point mark with `encoding`, and what `more` says at the top.
Json chart_with(const char* encoding, const char* mark = R"("point")") {
  Json json = Json::parse(R"({"data": {"values": [{"a": "x", "v": 1}]}})");
  json["mark"] = Json::parse(mark);
  json["encoding"] = Json::parse(encoding);
  return json;
}

SpecProblem problem_of(const Json& json) {
  const auto read = read_spec(json);
  REQUIRE(std::holds_alternative<SpecProblem>(read));
  return std::get<SpecProblem>(read);
}

std::string pointer_of(const Json& json) { return problem_of(json).pointer; }

Spec spec_of(const Json& json) {
  const auto read = read_spec(json);
  if (const auto* problem = std::get_if<SpecProblem>(&read))
    FAIL(problem->pointer << ": " << problem->message.en);
  return *std::get<std::unique_ptr<const Spec>>(read);
}

bool holds(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("An unknown property is refused where it stands and the nearest one is named") {
  const auto problem =
      problem_of(chart_with(R"({"x": {"field": "v", "axis": {"lableAngle": 0}}})"));
  CHECK(problem.pointer == "/encoding/x/axis/lableAngle");
  CHECK(holds(problem.message.en, "did you mean labelAngle?"));
  CHECK(holds(problem.message.ja, "近いもの: labelAngle"));
}

TEST_CASE("An unknown word is refused with the words that are allowed") {
  const auto problem = problem_of(chart_with(R"({"x": {"field": "v", "type": "quantitive"}})"));
  CHECK(problem.pointer == "/encoding/x/type");
  CHECK(holds(problem.message.en, "quantitative, temporal, ordinal, nominal"));
  CHECK(holds(problem.message.en, "did you mean quantitative?"));
}

TEST_CASE("What Yokoten leaves out on purpose is refused with the reason") {
  const auto problem = problem_of(chart_with(R"({"x": {"aggregate": "sum", "field": "v"}})"));
  CHECK(problem.pointer == "/encoding/x/aggregate");
  CHECK(holds(problem.message.en, "nothing is aggregated here"));
}

TEST_CASE("Slashes and tildes are escaped in pointers") {
  CHECK(pointer_of(chart_with(R"({"x": {"field": "v", "a/b~c": 1}})")) == "/encoding/x/a~1b~0c");
}

TEST_CASE("A property without effect on its mark is refused") {
  CHECK(pointer_of(chart_with("{}", R"({"type": "line", "cornerRadius": 3})")) ==
        "/mark/cornerRadius");
  CHECK(pointer_of(chart_with("{}", R"({"type": "bar", "point": true})")) == "/mark/point");
  CHECK(pointer_of(chart_with(R"({"x": {"field": "v"}, "x2": {"field": "v"}})")) == "/encoding/x2");
  CHECK(pointer_of(chart_with(R"({"text": {"field": "v"}})")) == "/encoding/text");
}

TEST_CASE("A property without effect on its channel is refused") {
  CHECK(pointer_of(chart_with(R"({"color": {"field": "a", "axis": null}})")) ==
        "/encoding/color/axis");
  CHECK(pointer_of(chart_with(R"({"x": {"field": "a", "legend": null}})")) == "/encoding/x/legend");
  CHECK(pointer_of(chart_with(R"({"x": {"value": 3, "axis": null}})")) == "/encoding/x/axis");
}

TEST_CASE("A property without effect on its scale is refused") {
  CHECK(pointer_of(chart_with(
            R"({"x": {"field": "v", "type": "quantitative", "scale": {"paddingInner": 0.2}}})")) ==
        "/encoding/x/scale/paddingInner");
  CHECK(pointer_of(chart_with(R"({"x": {"field": "a", "scale": {"clamp": true}}})")) ==
        "/encoding/x/scale/clamp");
  CHECK(pointer_of(chart_with(
            R"({"x": {"field": "v", "type": "quantitative", "scale": {"type": "band"}}})")) ==
        "/encoding/x/scale/type");
}

TEST_CASE("Formats must be those of d3 for their type") {
  CHECK(pointer_of(chart_with(
            R"({"x": {"field": "t", "type": "temporal", "axis": {"format": ".1f %Q %K"}}})")) ==
        "/encoding/x/axis/format");
  CHECK(pointer_of(chart_with(
            R"({"x": {"field": "v", "type": "quantitative", "axis": {"format": "%Y"}}})")) ==
        "/encoding/x/axis/format");
  spec_of(chart_with(R"({"x": {"field": "t", "type": "temporal", "axis": {"format": "%Y年"}}})"));
}

TEST_CASE("Missing types follow Vega-Lite's defaults") {
  const auto spec = spec_of(chart_with(
      R"({"x": {"field": "v", "scale": {"type": "log"}}, "y": {"datum": 3},
          "color": {"field": "a", "sort": ["x"]}, "tooltip": [{"field": "v"}]})"));
  const EncodingSpec& encoding = spec.layers.at(0).encoding;
  CHECK(encoding.x.type == FieldType::quantitative);
  CHECK(encoding.y.type == FieldType::quantitative);
  CHECK(encoding.color.type == FieldType::ordinal);
  CHECK(encoding.tooltip.at(0).type == FieldType::nominal);
}

TEST_CASE("Colours are those of CSS and null is none") {
  CHECK(spec_of(chart_with("{}", R"({"type": "bar", "fill": null, "stroke": "#0017c1"})"))
            .layers.at(0)
            .mark.style.fill == "none");
  CHECK(pointer_of(chart_with("{}", R"({"type": "bar", "fill": "blu"})")) == "/mark/fill");
  CHECK(pointer_of(chart_with("{}", R"({"type": "bar", "color": null})")) == "/mark/color");
}

TEST_CASE("Points and lines are laid over a line by config as by the mark") {
  Json json = chart_with("{}", R"("line")");
  json["config"] = Json::parse(R"({"line": {"point": {"size": 9}}})");
  const auto mark = spec_of(json).layers.at(0).mark;
  CHECK(mark.with_point);
  CHECK(mark.point->size == 9);
  json["mark"] = Json::parse(R"({"type": "line", "point": false})");
  CHECK_FALSE(spec_of(json).layers.at(0).mark.with_point);
}

TEST_CASE("A facet stands among the channels or around the specification") {
  const auto inside = spec_of(chart_with(R"({"row": {"field": "a", "spacing": 4}})"));
  CHECK(inside.row.field.written == "a");
  CHECK(inside.row.spacing == 4);
  const auto around = spec_of(Json::parse(
      R"({"data": {"values": []}, "facet": {"column": {"field": "a"}}, "spacing": {"column": 7},
          "spec": {"width": 90, "mark": "point", "encoding": {"x": {"field": "v"}}}})"));
  CHECK(around.column.type == FieldType::nominal);
  CHECK(around.column.spacing == 7);
  CHECK(around.width.pixels == 90);
  CHECK(around.layers.at(0).pointer == "/spec");
}

TEST_CASE("Only a sharing that holds anyway can be stated") {
  Json json = chart_with("{}");
  json["resolve"] = Json::parse(R"({"scale": {"x": "shared"}})");
  spec_of(json);
  json["resolve"] = Json::parse(R"({"scale": {"x": "independent"}})");
  CHECK(pointer_of(json) == "/resolve/scale/x");
}

TEST_CASE("Anything may stand in usermeta if it is an object") {
  Json json = chart_with("{}");
  json["usermeta"] = Json::parse(R"({"other": [1, {}]})");
  spec_of(json);
  json["usermeta"] = 1;
  CHECK(pointer_of(json) == "/usermeta");
}

TEST_CASE("A map needs the type of its projection") {
  Json json = Json::parse(R"({"data": {"values": []}, "mark": "geoshape"})");
  CHECK(pointer_of(json) == "/mark");
  json["projection"] = Json::object();
  CHECK(pointer_of(json) == "/projection");
  json["projection"]["type"] = "mercator";
  spec_of(json);
}

TEST_CASE("The view of a chart goes over that of its config") {
  Json json = chart_with("{}");
  json["config"] = Json::parse(R"({"view": {"stroke": "red", "fill": "blue"}})");
  json["view"] = Json::parse(R"({"stroke": null})");
  const auto view = spec_of(json).config.view;
  CHECK(view.stroke == "none");
  CHECK(view.fill == "blue");
}
