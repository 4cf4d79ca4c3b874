#include <doctest/doctest.h>

#include "page/spread.h"
#include "small_book.h"

using namespace yokoten;

namespace {

std::vector<Decimal> values(std::initializer_list<const char*> texts) {
  std::vector<Decimal> made;
  for (const char* text : texts) made.push_back(*parse_decimal(text));
  return made;
}

/// The quartiles of values that are shown with one place.
std::string middles(std::initializer_list<const char*> texts) {
  Indicator indicator;
  indicator.decimals = 1;
  std::vector<Observation> made(texts.size());
  std::vector<FoundObservation> seen;
  for (std::size_t at = 0; at < made.size(); ++at) {
    made[at].value = parse_decimal(texts.begin()[at]);
    seen.push_back(made[at]);
  }
  const Quartiles all = quartiles(indicator, seen);
  return to_text(all.lower) + ' ' + to_text(all.median) + ' ' + to_text(all.upper);
}

/// The limits of classes as text: `0-5 5-10`.
std::string text(const std::vector<SpreadClass>& classes) {
  std::string made;
  for (const SpreadClass& each : classes)
    made += (made.empty() ? "" : " ") + std::string(each.low_open ? "<" : "") + to_text(each.low) +
            '-' + to_text(each.high) + (each.high_open ? ">" : "") + (each.high_closed ? "]" : "");
  return made;
}

/// The SmallBook with eight more cities in 島根県, of 10, 20 … 80%, and one that is hidden.
struct SpreadBook {
  SmallBook small;
  ChartRequest asked;

  SpreadBook() {
    small.draw = [this](const ChartRequest& request) {
      asked = request;
      return Drawing{"<svg/>", "{}", "<svg/>"};
    };
    for (int tenth = 1; tenth <= 8; ++tenth) add(tenth);
    add(0);
    small.book.prepare();
  }
  void add(int tenth) {
    Area area;
    area.code = area.name = "市" + std::to_string(tenth);
    area.kind = "市";
    area.parent = SmallBook::shimane;
    area.level = AreaLevel::municipality;
    Observation seen;
    seen.indicator = 0;
    seen.area = small.areas.add(area);
    seen.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
    if (tenth == 0) {
      seen.missing = Missing::suppressed;
    } else {
      seen.numerator = Decimal{tenth, 0};
      seen.denominator = Decimal{10, 0};
      seen.value = Decimal{tenth * 10, 0};
    }
    small.measured.cube.add(seen);
  }
  std::string bars() const {
    std::string made;
    for (const ChartDatum& datum : asked.data)
      made += (made.empty() ? "" : " ") + datum.name + '=' + datum.label +
              (datum.emphasis == Emphasis::self ? "*" : "");
    return made;
  }
};

}  // namespace

TEST_CASE("classes of one width begin at multiples of it") {
  CHECK(text(even_classes(values({"3", "4.9", "5", "14.9"}), {5, 0}, false)) == "0-5 5-10 10-15");
  CHECK(text(even_classes(values({"-3", "1"}), {25, 1}, false)) == "-5.0--2.5 -2.5-0.0 0.0-2.5");
}

TEST_CASE("a value on a limit belongs to the class above") {
  const auto classes = even_classes(values({"0", "5"}), {5, 0}, false);
  REQUIRE(classes.size() == 2);
  CHECK(!classes[0].holds({5, 0}));
  CHECK(classes[1].holds({5, 0}));
}

TEST_CASE("the last class of a share ends at 100 and holds it") {
  const auto classes = even_classes(values({"81", "100"}), {10, 0}, true);
  CHECK(text(classes) == "80-90 90-100]");
  CHECK(classes.back().holds({100, 0}));
}

TEST_CASE("limits leave a class open where values lie outside them") {
  CHECK(text(classes_between(values({"1", "9"}), values({"4", "6", "8"}))) == "<1-4 4-6 6-8 8-9>");
  CHECK(text(classes_between(values({"5", "7"}), values({"4", "6", "8"}))) == "4-6 6-8");
}

TEST_CASE("the usual width is 1, 2 or 5 of a power of ten") {
  CHECK(to_text(usual_step(values({"2", "47"}), 1)) == "5");
  CHECK(to_text(usual_step(values({"0.1", "0.9"}), 1)) == "0.1");
  CHECK(to_text(usual_step(values({"0", "12345"}), 0)) == "2000");
}

TEST_CASE("quartiles are the middles of both halves") {
  CHECK(middles({"1", "2", "3", "4"}) == "1.5 2.5 3.5");
  CHECK(middles({"1", "2", "3", "4", "10"}) == "1.5 3.0 7.0");
}

TEST_CASE("quartiles are made from exact values and rounded once") {
  CHECK(middles({"10", "24.44", "24.45", "40"}) == "17.2 24.4 32.2");
}

TEST_CASE("quartiles of shares are made from their parts") {
  Indicator rate;
  rate.kind = IndicatorKind::ratio;
  rate.unit = "%";
  rate.decimals = 0;
  // 24.4999995%, as a value of six places 24.500000.
  Observation seen;
  seen.numerator = Decimal{48'999'999, 0};
  seen.denominator = Decimal{200'000'000, 0};
  seen.value = Decimal{24'500'000, 6};
  const std::vector<FoundObservation> two = {seen, seen};
  CHECK(to_text(quartiles(rate, two).median) == "24");
}

TEST_CASE("a distribution counts areas by class and marks that of the page's area") {
  SpreadBook spread;
  spread.small.html("distribution", "indicator = \"rate\"\nstep = 20", SmallBook::yonago);
  CHECK(spread.bars() == "0.0–19.9%=1 20.0–39.9%=4* 40.0–59.9%=2 60.0–79.9%=2 80.0–99.9%=1");
  CHECK(spread.asked.data[1].full_name == "米子市");
}

TEST_CASE("a distribution within the prefecture leaves other prefectures out") {
  SpreadBook spread;
  spread.small.html("distribution", "indicator = \"rate\"\nstep = 50\nwithin = \"prefecture\"",
                    SmallBook::matsue);
  CHECK(spread.bars() == "0.0–49.9%=4 50.0–99.9%=4");
}

TEST_CASE("a distribution says middle, quartiles, nation, own area and who is missing, by reason") {
  SpreadBook spread;
  const std::string html =
      spread.small.html("distribution", "indicator = \"rate\"", SmallBook::yonago);
  CHECK(
      contains(html, "10の市区町村の分布です。中央値は35.6%、真ん中の半分は24.1%から60.0%です。"));
  CHECK(contains(html, "米子市は24.1%です。"));
  CHECK(contains(html, "公表資料に未掲載 2、秘匿 1"));
}

TEST_CASE("too few areas make no distribution") {
  SmallBook small;
  CHECK(small.html("distribution", "indicator = \"rate\"", Areas::none).empty());
}

TEST_CASE("a width that makes too many classes is an error before any page is built") {
  SpreadBook spread;
  spread.small.compiled("distribution", "indicator = \"rate\"\nstep = 0.1");
  REQUIRE(spread.small.said.size() == 1);
  CHECK(spread.small.said.front().code == "block.step");
}

TEST_CASE("limits of a distribution ascend") {
  SpreadBook spread;
  spread.small.compiled("distribution", "indicator = \"rate\"\nlimits = [10, 5]");
  REQUIRE(spread.small.said.size() == 1);
  CHECK(spread.small.said.front().code == "block.limits");
}
