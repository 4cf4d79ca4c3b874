#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct HeadedFigures : Checking {
  /// How often a column of this heading is told that is read as of this period, by an unpivot and
  /// by the period of its source.
  int told(const std::string& heading, const std::string& meaning) {
    findings.clear();
    publication.sources.clear();
    publication.tables.clear();
    measured = Measured();
    Source& parted = source("parted", {"都道府県", heading}, {{"鳥取県", "3"}});
    Unpivot& unpivot = parted.unpivots.emplace_back();
    unpivot.into = "period";
    unpivot.measure = "users";
    unpivot.columns = {{heading, meaning}};
    Source& plain = source("plain", {"都道府県", heading}, {{"鳥取県", "3"}});
    plain.measures = {{"people", heading}};
    plain.period = parse_period(meaning);
    run();
    return said("period.heading");
  }
};

}  // namespace

TEST_CASE_FIXTURE(HeadedFigures,
                  "a column that is read as of another period than its heading is told") {
  CHECK(told("令和5年度", "2024FY") == 2);
  CHECK(finding("period.heading").place == Place{"raw/parted.csv", 1, 2});
  CHECK(told("令和5年度／件数", "2024FY") == 2);
  CHECK(told("2024年9月", "2024-10") == 2);
}

TEST_CASE_FIXTURE(HeadedFigures,
                  "a column that is read as of its heading or a part of it is not told") {
  CHECK(told("令和5年度", "2023FY") == 0);
  CHECK(told("令和6年", "2024FY") == 0);
  CHECK(told("令和6年9月", "2024-09-13") == 0);
  CHECK(told("令和5年度末", "2023FY") == 0);
}

TEST_CASE_FIXTURE(HeadedFigures, "headings that are no period alone say nothing of their figures") {
  CHECK(told("2040年推計", "2024") == 0);
  CHECK(told("45000", "2024") == 0);
  CHECK(told("令和5年／令和6年", "2030") == 0);
}
