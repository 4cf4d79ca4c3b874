#include "measure/rank.h"

#include <doctest/doctest.h>

#include "unit/measure/small_country.h"

using namespace yokoten;

namespace {

struct Ranking : SmallCountry {
  Cube cube;
  Indicator rate;

  Ranking() {
    rate.kind = IndicatorKind::ratio;
    rate.unit = "%";
  }

  void add(const std::string& code, std::int64_t above, std::int64_t below) {
    Observation figure;
    figure.area = area(code);
    figure.numerator = Decimal{above, 0};
    figure.denominator = Decimal{below, 0};
    figure.value = quotient(*figure.numerator, *figure.denominator, 6, 100);
    cube.add(figure);
  }

  void count(const std::string& code, std::int64_t number) {
    Observation figure;
    figure.area = area(code);
    figure.value = Decimal{number, 0};
    cube.add(figure);
  }

  RankTable ranks() const { return ranked(cube, areas, rate, 0, 0); }
};

}  // namespace

TEST_CASE_FIXTURE(Ranking, "equal ratios share a place and the next one is left out") {
  add("312011", 3, 4);
  add("312029", 20, 64);
  add("312045", 5, 16);
  add("322016", 1, 10);
  const RankTable table = ranks();
  CHECK(table.national(area("312011"))->place == 1);
  CHECK(table.national(area("312029"))->place == 2);
  CHECK(table.national(area("312045"))->place == 2);
  CHECK(table.national(area("322016"))->place == 4);
  CHECK(table.national(area("312045"))->tied == 2);
  CHECK(table.national(area("322016"))->tied == 1);
  CHECK(table.national(area("322016"))->of == 4);
}

TEST_CASE_FIXTURE(Ranking, "a plan has a place only among plans") {
  add("312011", 3, 4);
  add("312029", 1, 4);
  const auto plan = [&](const char* code) {
    Observation made = *cube.find(0, area(code), 0);
    made.flags = planned;
    cube.replace(made);
  };
  plan("312011");
  CHECK(ranks().national(area("312011")) == nullptr);
  plan("312029");
  CHECK(ranks().national(area("312011"))->place == 1);
}

TEST_CASE_FIXTURE(Ranking, "ratios that differ only behind the sixth place do not share one") {
  add("312011", 333333333, 1000000000);
  add("312029", 333333334, 1000000000);
  CHECK(ranks().national(area("312029"))->place == 1);
  CHECK(ranks().national(area("312011"))->place == 2);
}

TEST_CASE_FIXTURE(Ranking, "areas that are on a list or not have no place") {
  rate.kind = IndicatorKind::count;
  rate.unit = "団体";
  count("312011", 1);
  count("312029", 0);
  count("310000", 1);
  count("320005", 5);
  const RankTable table = ranks();
  CHECK(table.national(area("312011")) == nullptr);
  CHECK(table.prefectural(area("312029")) == nullptr);
  CHECK(table.national(area("320005"))->place == 1);
}

TEST_CASE_FIXTURE(Ranking, "rates of 0% and 1% make an order") {
  add("312011", 0, 100);
  add("312029", 1, 100);
  CHECK(ranks().national(area("312029"))->place == 1);
}

TEST_CASE_FIXTURE(Ranking, "places within a prefecture leave the others out") {
  add("312011", 3, 4);
  add("322016", 2, 4);
  add("322024", 1, 4);
  CHECK(ranks().national(area("322016"))->place == 2);
  CHECK(ranks().prefectural(area("322016"))->place == 1);
  CHECK(ranks().prefectural(area("322016"))->of == 2);
}

TEST_CASE_FIXTURE(Ranking, "prefectures and municipalities are ranked apart") {
  add("310000", 1, 4);
  add("320005", 2, 4);
  add("312011", 3, 4);
  CHECK(ranks().national(area("310000"))->place == 2);
  CHECK(ranks().national(area("310000"))->of == 2);
}

TEST_CASE_FIXTURE(Ranking, "the only one that has a value has no place") {
  add("312011", 3, 4);
  CHECK(ranks().national(area("312011")) == nullptr);
  CHECK(ranks().prefectural(area("312011")) == nullptr);
}

TEST_CASE_FIXTURE(Ranking, "lower comes first where lower is better") {
  rate.better = Better::lower;
  add("310000", 1, 4);
  add("320005", 2, 4);
  CHECK(ranks().national(area("310000"))->place == 1);
}

TEST_CASE_FIXTURE(Ranking, "an area without a value has no place") {
  add("322016", 1, 4);
  add("322024", 2, 4);
  Observation missing;
  missing.area = area("312011");
  missing.missing = Missing::not_published;
  cube.add(missing);
  CHECK(ranks().national(area("312011")) == nullptr);
  CHECK(ranks().national(area("322016"))->of == 2);
}
