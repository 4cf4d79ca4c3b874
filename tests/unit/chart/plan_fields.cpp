#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

/// What is wrong with bars of rows with `a` and `v`, encoded so.
std::string field_refusal(const std::string& encoding,
                          const std::string& rows = R"([{"a": "甲", "v": 1, "n": {"m": 2}}])") {
  ChartRequest made = request(ChartKind::written, {});
  made.spec =
      R"({"data": {"values": )" + rows + R"(}, "mark": "bar", "encoding": {)" + encoding + "}}";
  const Drawing drawing = chart::draw(made);
  return drawing.problem ? drawing.problem->pointer + ": " + drawing.problem->message.en : "";
}

const std::string by_a = R"("x": {"field": "a", "type": "nominal"})";

}  // namespace

TEST_CASE("a field that no row has is refused where it is written, with the nearest name") {
  CHECK(field_refusal(by_a + R"(, "y": {"field": "vv", "type": "quantitative"})") ==
        "/encoding/y/field: no row of the data has a field 'vv' (there are a, v, n, n.m); did you "
        "mean v?");
  CHECK(has(field_refusal(R"("x": {"field": "aa", "type": "nominal"})"), "/encoding/x/field: "));
  CHECK(has(field_refusal(by_a + R"(, "color": {"field": "k"})"), "/encoding/color/field: "));
  CHECK(has(field_refusal(by_a + R"(, "tooltip": [{"field": "a"}, {"field": "k"}])"),
            "/encoding/tooltip/1/field: "));
  CHECK(has(field_refusal(by_a + R"(, "row": {"field": "k"})"), "/encoding/row/field: "));
  CHECK(has(field_refusal(by_a + R"(, "detail": {"field": "k"})"), "/encoding/detail: "));
}

TEST_CASE("a field that no row has is refused where it sorts or decides a colour") {
  CHECK(has(field_refusal(R"("x": {"field": "a", "type": "nominal", "sort": {"field": "k"}})"),
            "/encoding/x/sort/field: "));
  CHECK(has(field_refusal(by_a + R"(, "color": {"value": "red", "condition":
                        {"test": "datum.k > 1", "value": "blue"}})"),
            "/encoding/color/condition: "));
}

TEST_CASE("a name with a dot or brackets is shown as it is to be written") {
  CHECK(has(field_refusal(by_a + R"(, "y": {"field": "率[%]", "type": "quantitative"})",
                          R"([{"a": "甲", "率[%]": 1}])"),
            R"(did you mean 率\\[%\\]?)"));
}

TEST_CASE("a field that some rows have is known, and so is any where there are no rows") {
  const std::string y = R"(, "y": {"field": "w", "type": "quantitative"})";
  CHECK(field_refusal(by_a + y, R"([{"a": "甲"}, {"a": "乙", "w": 1}])").empty());
  CHECK(field_refusal(by_a + y, "[]").empty());
}

TEST_CASE("a field that layers share is known where one of them has it") {
  ChartRequest made = request(ChartKind::written, {});
  made.spec = R"({"data": {"values": [{"a": "甲", "v": 1}]}, "encoding": {
      "x": {"field": "a", "type": "nominal"}}, "layer": [
      {"mark": "bar", "encoding": {"y": {"field": "v", "type": "quantitative"}}},
      {"data": {"values": [{"goal": 2}]}, "mark": "rule",
       "encoding": {"y": {"field": "goal", "type": "quantitative"}}}]})";
  CHECK_FALSE(chart::draw(made).problem);
}

TEST_CASE("a field of the lines' detail that layers share is known where one of them has it") {
  const auto refusal = [](const std::string& detail) {
    ChartRequest made = request(ChartKind::written, {});
    made.spec = R"({"data": {"values": [{"n": "a", "v": 3, "s": "p"}]}, "encoding": {
        "x": {"field": "n", "type": "nominal"}, "detail": {"field": ")" +
                detail + R"("}}, "layer": [
        {"mark": "line", "encoding": {"y": {"field": "v", "type": "quantitative"}}},
        {"data": {"values": [{"goal": 4}]}, "mark": "rule",
         "encoding": {"y": {"field": "goal", "type": "quantitative"}}}]})";
    const Drawing drawing = chart::draw(made);
    return drawing.problem ? drawing.problem->pointer : "";
  };
  CHECK(refusal("s").empty());
  CHECK(refusal("t") == "/encoding/detail");
}

TEST_CASE("a field that a condition only asks for may be in no row, in both ways of asking") {
  for (const char* test :
       {"\"isValid(datum.zz)\"", "\"!isValid(datum.zz)\"", R"({"field": "zz", "valid": true})"}) {
    CAPTURE(test);
    CHECK(field_refusal(by_a + R"(, "color": {"value": "red", "condition": {"value": "blue",
                        "test": )" +
                        test + "}}")
              .empty());
  }
}
