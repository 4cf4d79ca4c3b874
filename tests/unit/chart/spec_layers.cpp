#include <doctest/doctest.h>

#include "chart/spec/date_time.h"
#include "chart/spec/field.h"
#include "chart/spec/predicate.h"
#include "chart/spec/read.h"

using yokoten::Json;
using namespace yokoten::chart;

namespace {

Spec spec_of(const char* text, Json& json) {
  json = Json::parse(text);
  const auto read = read_spec(json);
  if (const auto* problem = std::get_if<SpecProblem>(&read))
    FAIL(problem->pointer << ": " << problem->message.en);
  return *std::get<std::unique_ptr<const Spec>>(read);
}

std::string pointer_of(const char* text) {
  const Json json = Json::parse(text);
  const auto read = read_spec(json);
  const auto* problem = std::get_if<SpecProblem>(&read);
  return problem ? problem->pointer : "no problem";
}

std::string layers_in_layers(int depth) {
  std::string text = R"({"mark": "bar"})";
  for (int i = 0; i < depth; ++i) text = R"({"layer": [)" + text + "]}";
  return text;
}

}  // namespace

TEST_CASE("A field of a layer goes over that of the layers above property by property") {
  Json json;
  const auto spec = spec_of(
      R"({"data": {"values": []},
          "encoding": {"x": {"field": "a", "type": "ordinal", "title": "above", "axis": null}},
          "layer": [{"mark": "bar", "encoding": {"x": {"field": "b", "title": "below"}}}]})",
      json);
  const PositionSpec& x = spec.layers.at(0).encoding.x;
  CHECK(x.field.written == "b");
  CHECK(x.title == "below");
  CHECK(x.type == FieldType::ordinal);
  CHECK(x.axis_null);
  CHECK(x.pointer == "/layer/0/encoding/x");
}

TEST_CASE("A value of a layer replaces what the layers above say of its channel") {
  Json json;
  const auto spec = spec_of(
      R"({"data": {"values": []}, "encoding": {"color": {"field": "a", "title": "above"}},
          "layer": [{"mark": "bar", "encoding": {"color": {"value": "red"}}}, {"mark": "bar"}]})",
      json);
  CHECK(spec.layers.at(0).encoding.color.from == From::value);
  CHECK_FALSE(spec.layers.at(0).encoding.color.title.has_value());
  CHECK(spec.layers.at(1).encoding.color.from == From::field);
}

TEST_CASE("A shared channel without a field is no channel of a layer that does not complete it") {
  Json json;
  const auto spec = spec_of(
      R"({"data": {"values": []}, "encoding": {"y": {"title": "shared", "type": "quantitative"}},
          "layer": [{"mark": "bar", "encoding": {"y": {"field": "v"}}}, {"mark": "bar"}]})",
      json);
  CHECK(spec.layers.at(0).encoding.y.title == "shared");
  CHECK(spec.layers.at(0).encoding.y.type == FieldType::quantitative);
  CHECK_FALSE(spec.layers.at(1).encoding.y.title.has_value());
}

TEST_CASE("A datum of a layer beats the field of the layers above") {
  Json json;
  const auto spec = spec_of(
      R"({"data": {"values": []}, "encoding": {"y": {"field": "v", "type": "quantitative"}},
          "layer": [{"mark": "rule", "encoding": {"y": {"datum": 80}}}]})",
      json);
  const PositionSpec& y = spec.layers.at(0).encoding.y;
  CHECK(y.from == From::datum);
  CHECK(*y.datum == 80);
  CHECK(y.field.written == "v");
}

TEST_CASE("A channel that layers share must be of use to one of them") {
  CHECK(pointer_of(R"({"data": {"values": []}, "encoding": {"text": {"field": "a"}},
                       "layer": [{"mark": "bar"}]})") == "/encoding/text");
  CHECK(pointer_of(R"({"data": {"values": []}, "encoding": {"text": {"field": "a"}},
                       "layer": [{"mark": "bar"}, {"mark": "text"}]})") == "no problem");
}

TEST_CASE("Layers nest eight deep and no deeper") {
  CHECK(pointer_of(layers_in_layers(8).c_str()) == "no problem");
  CHECK(pointer_of(layers_in_layers(9).c_str()) ==
        "/layer/0/layer/0/layer/0/layer/0/layer/0/layer/0/layer/0/layer/0/layer");
}

TEST_CASE("Plain values become rows") {
  Json json;
  const auto spec = spec_of(
      R"({"data": {"values": [3, 4]}, "mark": "point", "encoding": {"x": {"field": "data"}}})",
      json);
  CHECK(*spec.layers.at(0).data.rows == Json::parse(R"([{"data": 3}, {"data": 4}])"));
}

TEST_CASE("Data can be named and taken from a property") {
  Json json;
  const auto spec = spec_of(
      R"({"datasets": {"d": {"in": {"rows": [{"v": 1}]}}}, "mark": "point",
          "data": {"name": "d", "format": {"property": "in.rows"}},
          "encoding": {"x": {"field": "v"}}})",
      json);
  CHECK(spec.layers.at(0).data.rows->size() == 1);
  CHECK(spec.layers.at(0).data.pointer == "/datasets/d/in/rows");
  CHECK(pointer_of(R"({"datasets": {"d": []}, "data": {"name": "e"}, "mark": "bar"})") ==
        "/data/name");
  CHECK(pointer_of(R"({"data": {"url": "x.csv"}, "mark": "bar"})") == "/data/url");
}

TEST_CASE("A field without data is refused") {
  CHECK(pointer_of(R"({"mark": "point", "encoding": {"x": {"field": "v"}}})").empty());
  CHECK(pointer_of(R"({"mark": "point", "encoding": {"x": {"value": 3}}})") == "no problem");
}

TEST_CASE("Names of fields are split as Vega splits them") {
  using Steps = std::vector<std::string>;
  CHECK(field_steps("properties.rate") == Steps{"properties", "rate"});
  CHECK(field_steps("a\\.b") == Steps{"a.b"});
  CHECK(field_steps("a['b.c'].d") == Steps{"a", "b.c", "d"});
  CHECK(field_steps("a[0]") == Steps{"a", "0"});
  CHECK(field_steps("利用率 (%)") == Steps{"利用率 (%)"});
  CHECK_FALSE(field_steps("a[0").has_value());
  CHECK_FALSE(field_steps("").has_value());
}

TEST_CASE("Expressions of comparisons are read into predicates") {
  const auto all =
      parse_expression("datum.v >= 60.5 && datum['名前'] != '全国' && !isValid(datum.x)");
  REQUIRE(all.has_value());
  REQUIRE(all->size() == 3);
  CHECK((*all)[0].test == Test::gte);
  CHECK(*(*all)[0].operands.at(0) == 60.5);
  CHECK((*all)[1].field.steps == std::vector<std::string>{"名前"});
  CHECK((*all)[1].negated);
  CHECK((*all)[1].loose);
  CHECK((*all)[2].test == Test::one_of);
  CHECK_FALSE((*all)[2].negated);
}

TEST_CASE("Other expressions are none") {
  for (const char* text : {"", "datum.v", "datum.v > ", "datum.v > datum.w", "v > 3", "datum > 3",
                           "datum.v > 3 || datum.v < 1", "datum.v > 3)", "alert(1)"})
    CHECK_FALSE(parse_expression(text).has_value());
}

TEST_CASE("Predicates are joined by and and turned round by not") {
  Json json;
  const auto spec = spec_of(
      R"({"data": {"values": []}, "mark": "bar", "encoding": {"color": {"value": "red",
          "condition": {"value": "blue", "test": {"and": [{"field": "v", "range": [null, 5]},
                        {"not": {"field": "v", "oneOf": [1, 2]}}]}}}}})",
      json);
  const Condition& condition = spec.layers.at(0).encoding.color.conditions.at(0);
  CHECK(condition.all.at(0).test == Test::lte);
  CHECK(condition.all.at(1).negated);
  CHECK(*condition.value == "blue");
}

TEST_CASE("Dates of parts are counted as Vega-Lite counts them") {
  CHECK(milliseconds_of_date_time(Json::parse(R"({"year": 2024, "month": 9, "date": 13})")) ==
        1726185600000.0);
  CHECK(milliseconds_of_date_time(Json::parse(R"({"year": 2024, "month": "Sep"})")) ==
        1725148800000.0);
  CHECK(milliseconds_of_date_time(Json::parse(R"({"month": 2, "date": 31})")) ==
        1330646400000.0);  // 2012-03-02: no year, and February runs on
  CHECK(milliseconds_of_date_time(Json::parse(R"({"year": 1969, "hours": 24})")) == -31449600000.0);
}
