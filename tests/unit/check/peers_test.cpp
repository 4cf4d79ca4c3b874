#include "check/peers.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

/// 30 prefectures with one figure each of the same month.
struct Peers : Checking {
  Peers() {
    std::vector<std::string_view> row = {"県", "1"};
    source("counts", {"都道府県", "件数"}, {}).measures = {{"cases", "件数"}};
    count("cases", "cases");
    for (int each = 0; each < 30; ++each) {
      add_area(areas, std::to_string(900000 + each), "県" + std::to_string(each), Areas::nation);
      publication.tables[0].add_row(row, each + 2);
    }
  }

  void figures_of(const std::vector<Decimal>& values, const std::string& period = "2024-09") {
    for (std::size_t each = 0; each < values.size(); ++each) {
      const auto place = static_cast<std::int32_t>(each);
      Observation& made = observe(std::to_string(900000 + each), period, {0, 1, place});
      made.value = values[each];
    }
  }

  void look() {
    keep();
    measure();
    check(publication, areas, measured, findings);
  }

  static std::vector<Decimal> spread(int from, int step, int scale = 0) {
    std::vector<Decimal> values;
    for (int each = 0; each < 30; ++each) values.push_back({from + step * each, scale});
    return values;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Peers, "a share among percents of one month is a warning at its cell") {
  publication.indicators[0].unit = "%";
  auto values = spread(200, 20, 1);  // 20.0 % to 78.0 %
  values[7] = Decimal{34, 2};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 1);
  CHECK(finding("peers.outlier").place == Place{"raw/counts.csv", 9, 2});
  CHECK(finding("peers.outlier").level == Level::warning);
}

TEST_CASE_FIXTURE(Peers, "a count a hundred times its peers' is a warning") {
  auto values = spread(300, 300);
  values[20] = Decimal{630000, 0};
  figures_of(values);
  look();
  CHECK(finding("peers.outlier").place == Place{"raw/counts.csv", 22, 2});
}

TEST_CASE_FIXTURE(Peers, "a count of none among hundreds is a warning") {
  auto values = spread(300, 30);
  values[3] = Decimal{0, 0};
  figures_of(values);
  look();
  CHECK(finding("peers.outlier").place == Place{"raw/counts.csv", 5, 2});
}

TEST_CASE_FIXTURE(Peers, "a rate alone above tight peers is a warning") {
  publication.indicators[0].unit = "%";
  auto values = spread(40, 2, 1);  // 4.0 % to 9.8 %
  values[11] = Decimal{90, 0};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 1);
}

TEST_CASE_FIXTURE(Peers, "areas whose sizes run over orders of magnitude are no outliers") {
  std::vector<Decimal> values;
  double size = 10;
  for (int each = 0; each < 30; ++each, size *= 1.5)
    values.push_back({static_cast<std::int64_t>(size), 0});
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 0);
}

TEST_CASE_FIXTURE(Peers, "the first of a row that thins out is no outlier") {
  publication.indicators[0].unit = "%";
  auto values = spread(40, 2, 1);
  values[0] = Decimal{247, 1};
  values[1] = Decimal{168, 1};
  values[2] = Decimal{131, 1};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 0);
}

TEST_CASE_FIXTURE(Peers, "all and none of few are no outliers") {
  publication.indicators[0].unit = "%";
  auto values = spread(40, 2, 1);
  values[4] = Decimal{100, 0};
  values[5] = Decimal{0, 0};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 0);
}

TEST_CASE_FIXTURE(Peers, "fewer than twenty peers tell nothing") {
  auto values = spread(300, 30);
  values.resize(19);
  values[3] = Decimal{99000, 0};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 0);
}

TEST_CASE_FIXTURE(Peers, "a cell that left its own history is not told again") {
  auto values = spread(300, 300);
  figures_of(values, "2024-08");
  values[20] = Decimal{630000, 0};
  figures_of(values);
  look();
  CHECK(said("series.unit") == 1);
  CHECK(said("peers.outlier") == 0);
}

TEST_CASE_FIXTURE(Peers, "of parts and their sum only the part is told") {
  publication.indicators[0].by = Selection{"sex", {}};
  const int part = measured.cube.breakdown_id("sex=男");
  measured.parts.resize(static_cast<std::size_t>(part) + 1);
  auto values = spread(300, 300);
  values[20] = Decimal{630000, 0};
  figures_of(values);
  for (std::size_t each = 0; each < 30; ++each) figures[each].breakdown = part;
  figures_of(values);
  for (std::size_t each = 30; each < 60; ++each) figures[each].numerator_origin.column = -1;
  for (std::size_t each = 30; each < 60; ++each) figures[each].denominator_origin.column = -1;
  look();
  CHECK(said("peers.outlier") == 1);
  CHECK(finding("peers.outlier").place == Place{"raw/counts.csv", 22, 2});
}

TEST_CASE_FIXTURE(Peers, "a share of hidden counts is told at the source that hides them") {
  Source& open = source("open", {"都道府県", "全体"}, {{"県7", "9"}});
  open.measures = {{"all", "全体"}};
  publication.sources[0].disclosure = DisclosureRule{};
  publication.indicators[0].kind = IndicatorKind::ratio;
  publication.indicators[0].unit = "%";
  auto values = spread(200, 20, 1);
  values[7] = Decimal{34, 2};
  figures_of(values);
  for (Observation& each : figures) {
    each.numerator = Decimal{100, 0};
    each.denominator = Decimal{500, 0};
    each.denominator_origin = {1, 1, 0};
  }
  figures[7].denominator = Decimal{30000, 0};
  look();
  CHECK(finding("peers.outlier").place.file == "raw/counts.csv");
}

TEST_CASE_FIXTURE(Peers, "a share among the percents of a dozen towns is a warning") {
  publication.indicators[0].unit = "%";
  auto values = spread(300, 20, 1);
  values.resize(12);
  values[7] = Decimal{45, 2};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 1);
}

TEST_CASE_FIXTURE(Peers, "shares of a few areas among percents are warnings each") {
  publication.indicators[0].unit = "%";
  auto values = spread(300, 10, 1);
  for (const std::size_t at : {3U, 9U, 14U, 20U}) values[at].scale = 3;
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 4);
}

TEST_CASE_FIXTURE(Peers, "low percents that would not be among the others are no slip") {
  publication.indicators[0].unit = "%";
  auto values = spread(300, 20, 1);
  values.resize(12);
  values[7] = Decimal{2, 2};
  figures_of(values);
  look();
  CHECK(said("peers.outlier") == 0);
}
