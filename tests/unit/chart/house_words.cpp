#include <doctest/doctest.h>

#include "chart/scene/bounds.h"
#include "chart/svg/one_text.h"
#include "requests.h"

using namespace yokoten;

namespace {

ChartDatum point_of(const char* date, const char* name, double value, const char* label) {
  ChartDatum made = datum(name, value, label);
  made.description = std::string(name) + " " + label + "か所";
  made.date = date;
  return made;
}

ChartRequest growing() {
  auto made = request(ChartKind::trend, {point_of("2024-01-01", "2023年度", 5, "5"),
                                         point_of("2024-07-01", "2024年7月", 21, "21")});
  made.lines = {{47, "2026年目標 47", "2027-03-31"}};
  made.take_away = true;
  return made;
}

/// What the elements of a file say, one behind the other.
std::string said_in(const std::string& svg) {
  constexpr std::string_view key = "aria-label=\"";
  std::string said;
  for (std::size_t at = svg.find(key); at != std::string::npos; at = svg.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    said += "[" + svg.substr(begin, svg.find('"', begin) - begin) + "]";
  }
  return said;
}

/// Where a ranking's names begin, in px before its bars.
double gutter_of(const char* longest) {
  std::vector<ChartDatum> rows;
  for (int row = 0; row < 13; ++row)
    rows.push_back(datum(row == 0 ? longest : "市" + std::to_string(row), 10 + row, "10.0"));
  const std::string spec = chart::draw(request(ChartKind::bars, std::move(rows))).spec;
  return std::stod(spec.substr(spec.find("\"labelPadding\": ") + 16));
}

}  // namespace

TEST_CASE("a file says of marks their words, of texts what they read, and of lines nothing") {
  CHECK(said_in(chart::draw(growing()).file) ==
        "[2026年目標 47][2023年度 5か所][2024年7月 21か所][2024年7月][21][2023年度][5]");
}

TEST_CASE("marks of a file without words are hidden from screen readers") {
  const std::string svg = chart::draw(growing()).file;
  CHECK(has(svg, "<g class=\"mark-line role-mark\" aria-hidden=\"true\">"));
  CHECK(has(svg, "<g class=\"mark-rule role-mark\" aria-hidden=\"true\">"));
}

TEST_CASE("a trend's name and number are one text of a page, so that wider letters move both") {
  const std::string svg = chart::draw(growing()).svg;
  CHECK(has(svg, ">2024年7月 <tspan class=\"b\">21</tspan></text>") +
            has(svg, ">2024年7月 <tspan class=\"e b\">21</tspan></text>") ==
        1);
}

TEST_CASE("two words that are not of one weight stay two texts") {
  const auto word = [](const char* text, const char* weight, double dx) {
    chart::Mark mark{.kind = chart::Kind::text};
    chart::Item& item = mark.items.emplace_back();
    item.text = text;
    item.font.weight = weight;
    item.align = "left";
    item.dx = dx;
    return mark;
  };
  const double behind = chart::text_width({}, "甲") + 4;
  CHECK(chart::are_one_text(word("甲", "", 0), word("乙", "", behind)));
  CHECK(chart::are_one_text(word("甲", "", 0), word("乙", "bold", behind)));
  CHECK_FALSE(chart::are_one_text(word("甲", "300", 0), word("乙", "", behind)));
}

TEST_CASE("names of a ranking have room for wider letters before its values") {
  // 4 letters of 14 px and of the value 4 more; 0.12 of 14 px between each.
  CHECK(gutter_of("鹿児島県") >= 56 + 26 + 2 * 8 + 4);
}

TEST_CASE("bars keep their room where names are long") {
  CHECK(gutter_of("小規模多機能型居宅介護等") <= 288 - 36);
}
