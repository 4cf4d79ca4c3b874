#include <doctest/doctest.h>

#include "requests.h"

using namespace yokoten;

namespace {

using Rows = std::vector<std::vector<std::string>>;

DrawnTable table_of(const std::string& spec, bool given_data = false) {
  ChartRequest made = request(ChartKind::written, {});
  made.spec = spec;
  made.given_data = given_data;
  const Drawing drawing = chart::draw(made);
  if (drawing.problem) FAIL(drawing.problem->pointer << ": " << drawing.problem->message.en);
  return drawing.table;
}

/// Bars of the rows: what x and y say.
DrawnTable bar_table(const std::string& rows, const std::string& x, const std::string& y) {
  return table_of(R"({"data": {"values": )" + rows + R"(}, "mark": "bar", "encoding": {"x": )" + x +
                  R"(, "y": )" + y + "}}");
}

const std::string named_p = R"({"field": "p", "type": "nominal"})";

/// The column of a measure in this form.
Rows figures(const std::string& first, const std::string& more) {
  Rows rows = bar_table(R"([{"p": "甲", "v": )" + first + R"(}, {"p": "乙", "v": 0.5}])", named_p,
                        R"({"field": "v", "type": "quantitative")" + more + "}")
                  .rows;
  for (auto& row : rows) row.erase(row.begin());
  return rows;
}

DrawnTable of_shapes(const std::string& more) {
  return table_of(R"({"data": {"values": {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "甲", "rate": 3}, "geometry": {"type": "Polygon",
       "coordinates": [[[135,35],[135,36],[136,36],[136,35],[135,35]]]}}]},
      "format": {"property": "features"}}, "mark": "geoshape", "projection": {"type": "mercator"},
      "encoding": {"color": {"field": "properties.rate", "type": "quantitative", "title": "率"})" +
                  more + "}}");
}

}  // namespace

TEST_CASE("fields whose names are escaped stand in the table by the names that they have") {
  const DrawnTable table = bar_table(R"([{"p": "甲", "率[%]": 2.5}])", named_p,
                                     R"({"field": "率\\[%\\]", "type": "quantitative"})");
  CHECK(table.head == std::vector<std::string>{"p", "率[%]"});
  CHECK(table.rows == Rows{{"甲", "2.5"}});
}

TEST_CASE("fields inside of others stand in the table") {
  CHECK(bar_table(R"([{"p": "甲", "v": {"rate": 2.5}}])", named_p,
                  R"({"field": "v.rate", "type": "quantitative"})")
            .rows == Rows{{"甲", "2.5"}});
}

TEST_CASE("rows under a property of the data stand in the table") {
  CHECK(table_of(R"({"data": {"values": {"rows": [{"p": "甲", "v": 1}]},
      "format": {"property": "rows"}}, "mark": "bar", "encoding": {
      "x": {"field": "p", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}})")
            .rows == Rows{{"甲", "1"}});
}

TEST_CASE("what shapes tell stands in the table, with what they are called") {
  CHECK(of_shapes("").rows == Rows{{"甲", "3"}});
  CHECK(of_shapes("").head == std::vector<std::string>{"name", "率"});
  CHECK(of_shapes(R"(, "tooltip": {"field": "properties.name", "type": "nominal"})").rows ==
        Rows{{"甲", "3"}});
}

TEST_CASE("data sets that are not drawn and rows without fields are not in the table") {
  const DrawnTable table = table_of(R"({"datasets": {"now": [{"p": "甲", "v": 1}], "old": [{"p":
      "乙", "v": 9}]}, "layer": [{"data": {"name": "now"}, "mark": "bar", "encoding": {
      "x": {"field": "p", "type": "nominal"}, "y": {"field": "v", "type": "quantitative"}}},
      {"data": {"values": [{}]}, "mark": "rule", "encoding": {"y": {"datum": 5}}}]})");
  CHECK(table.rows == Rows{{"甲", "1"}});
}

TEST_CASE("fields that only sort or decide a colour are not in the table") {
  const DrawnTable table = table_of(R"({"data": {"values": [{"p": "甲", "v": 1, "n": 3,
      "own": true}]}, "mark": "bar", "encoding": {
      "x": {"field": "p", "type": "nominal", "sort": {"field": "n", "op": "min"}},
      "y": {"field": "v", "type": "quantitative"}, "color": {"value": "#888",
      "condition": {"test": {"field": "own", "equal": true}, "value": "#c00"}}}})");
  CHECK(table.head == std::vector<std::string>{"p", "v"});
}

TEST_CASE("layers of the same data are told once, those of others behind them") {
  const DrawnTable table = table_of(R"({"data": {"values": [{"p": "甲", "v": 1}]}, "layer": [
      {"mark": "bar", "encoding": {"x": {"field": "p", "type": "nominal"},
       "y": {"field": "v", "type": "quantitative", "title": "率"}}},
      {"data": {"values": [{"p": "甲", "v": 1}]}, "mark": "text", "encoding": {
       "x": {"field": "p", "type": "nominal"}, "text": {"field": "v", "type": "nominal"}}},
      {"data": {"values": [{"goal": 4}]}, "mark": "rule", "encoding": {
       "y": {"field": "goal", "type": "quantitative", "title": "目標"}}}]})");
  CHECK(table.head == std::vector<std::string>{"p", "率", "目標"});
  CHECK(table.rows == Rows{{"甲", "1", ""}, {"", "", "4"}});
}

TEST_CASE("beside data of the page only those of the layers are told") {
  CHECK(table_of(R"({"data": {"values": [{"p": "甲", "v": 1}]}, "layer": [
      {"mark": "bar", "encoding": {"x": {"field": "p", "type": "nominal"},
       "y": {"field": "v", "type": "quantitative"}}},
      {"data": {"values": [{"goal": 4}]}, "mark": "rule", "encoding": {
       "y": {"field": "goal", "type": "quantitative"}}}]})",
                 true)
            .rows == Rows{{"4"}});
}

TEST_CASE("figures are written as they were, without what binary numbers add") {
  CHECK(figures("0.30000000000000004", "") == Rows{{"0.3"}, {"0.5"}});
  CHECK(figures("1e-7", "") == Rows{{"0.0000001"}, {"0.5"}});
  CHECK(figures("9007199254740993", "").front().front() == "9007199254740993");
}

TEST_CASE("figures have the form of their axis, with all the decimals that were written") {
  CHECK(figures("0.3333333333333333", R"(, "axis": {"format": ".1%"})") ==
        Rows{{"33.3%"}, {"50.0%"}});
  CHECK(figures("0.412", R"(, "axis": {"format": ".0%"})") == Rows{{"41.2%"}, {"50.0%"}});
  CHECK(figures("1240.5", R"(, "axis": {"format": ",d"})") == Rows{{"1,240.5"}, {"0.5"}});
  CHECK(figures("1240.5", R"(, "axis": {"format": "~s"})") == Rows{{"1240.5"}, {"0.5"}});
}

TEST_CASE(
    "of figures that are stacked to shares the table has the figures, not hundredfold shares") {
  CHECK(figures("25", R"(, "stack": "normalize", "axis": {"format": ".0%"})") ==
        Rows{{"25"}, {"0.5"}});
}

TEST_CASE("nothing that is more than 0 reads as 0") {
  CHECK(figures("0.00012345678", R"(, "axis": {"format": ",.0f"})") ==
        Rows{{"0.00012345678"}, {"0.5"}});
  CHECK(figures("0.000012345678", R"(, "axis": {"format": ".0%"})").front().front() ==
        "0.000012345678");
}

TEST_CASE("a quotient keeps two decimals beside a guide that shows none") {
  CHECK(figures("2.6666666666666665", R"(, "axis": {"format": ",.0f"})") ==
        Rows{{"2.67"}, {"0.50"}});
}

TEST_CASE("a share has no decimals that nobody wrote") {
  CHECK(figures("0.285", R"(, "axis": {"format": ".0%"})") == Rows{{"28.5%"}, {"50.0%"}});
  CHECK(figures("0.3333333", R"(, "axis": {"format": ".0%"})") == Rows{{"33%"}, {"50%"}});
}

TEST_CASE("for files the table has its numbers without the signs of their form") {
  const auto plain = [](const std::string& value, const std::string& format) {
    return table_of(R"({"data": {"values": [{"v": )" + value + R"(}]}, "mark": "point",
        "encoding": {"tooltip": {"field": "v", "type": "quantitative", "format": ")" +
                    format + "\"}}}")
        .plain;
  };
  CHECK(plain("12345.5", "+.1f") == Rows{{"12345.5"}});
  CHECK(plain("-3", "(.1f") == Rows{{"-3"}});
  CHECK(plain("1", "$,.2f") == Rows{{"1"}});
  CHECK(plain("0.285", ".1%") == Rows{{"0.285"}});
}

TEST_CASE("both ends of a bar have the form of the axis, each under its name") {
  const DrawnTable table = table_of(R"({"data": {"values": [{"a": 0.1, "b": 0.25}]}, "mark": "bar",
      "encoding": {"x": {"field": "a", "type": "quantitative", "axis": {"format": ".0%",
      "title": "初め"}}, "x2": {"field": "b"}}})");
  CHECK(table.head == std::vector<std::string>{"初め", "b"});
  CHECK(table.rows == Rows{{"10%", "25%"}});
}

TEST_CASE("a row whose name is a text without letters is told to have none") {
  CHECK(bar_table(R"([{"k": "", "v": 3}])", R"({"field": "k", "type": "nominal"})",
                  R"({"field": "v", "type": "quantitative", "title": "件数"})")
            .rows == Rows{{"値なし", "3"}});
}

TEST_CASE("what a text of the picture shows stands so in the table") {
  const DrawnTable table = table_of(R"({"data": {"values": [{"p": "甲", "v": 0.4567}]},
      "mark": "text", "encoding": {"x": {"field": "p", "type": "nominal"},
      "text": {"field": "v", "type": "quantitative", "format": ".1%"}}})");
  CHECK(table.rows == Rows{{"甲", "45.7%"}});
}

TEST_CASE("a value that is null or not there is told in words") {
  CHECK(figures("null", R"(, "axis": {"format": ".1%"})").front().front() == "値なし");
}

TEST_CASE("times in milliseconds are dates, in the form of their axis where it tells the year") {
  const std::string rows = R"([{"d": 1711929600000, "v": 1}, {"d": 1714521600000, "v": 2}])";
  const std::string v = R"({"field": "v", "type": "quantitative"})";
  const auto first = [&](const std::string& more) {
    return bar_table(rows, R"({"field": "d", "type": "temporal")" + more + "}", v).rows[0][0];
  };
  CHECK(first(R"(, "axis": {"format": "%Y年%-m月"})") == "2024年4月");
  CHECK(first(R"(, "axis": {"format": "%-m月"})") == "2024-04-01");
  CHECK(first(R"(, "axis": {"format": "%Y年"})") == "2024-04-01");
  CHECK(first("") == "2024-04-01");
}
