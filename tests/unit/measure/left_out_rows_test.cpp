// Rows that the form of a source leaves out.
#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

struct LeftOut : Measuring {
  void read(std::initializer_list<LeftOutRow> left_out) {
    source("a", {"都道府県", "件数"}, {{"鳥取県", "3"}}).measures = {{"cases", "件数"}};
    for (const LeftOutRow& row : left_out) publication.tables[0].add_left_out(row);
    count("cases", "cases");
  }
};

}  // namespace

TEST_CASE_FIXTURE(LeftOut, "a row that is left out and has the only figures of an area is told") {
  read({{12, {"島根県", "5"}}});
  measure();
  CHECK(finding("area.left_out").place == Place{"raw/a.csv", 12, 1});
  CHECK(finding("area.left_out").level == Level::warning);
}

TEST_CASE_FIXTURE(LeftOut,
                  "a row of an area that has another, of none, or without figures is not") {
  read({{12, {"鳥取県", "5"}},
        {13, {"注1", "5"}},
        {14, {"島根県", "2024年9月"}},
        {15, {"全国", "8"}}});
  measure();
  CHECK(said("area.left_out") == 0);
}

TEST_CASE_FIXTURE(LeftOut, "a row that another source of the file reads is not left out") {
  read({{2, {"島根県", "5"}}});
  source("a", {"都道府県", "人数"}, {{"島根県", "5"}}).measures = {{"people", "人数"}};
  measure();
  CHECK(said("area.left_out") == 0);
}

TEST_CASE_FIXTURE(LeftOut, "a row of an area is no sum where the area has no other") {
  source("a", {"都道府県", "件数"}, {{"鳥取県", "3"}, {"島根県", "5"}}).of_which =
      RowRule{"都道府県", {"島根県"}};
  publication.sources[0].measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(finding("area.left_out").place == Place{"raw/a.csv", 3, 1});
}

TEST_CASE_FIXTURE(LeftOut, "a part of an area that has its own row is no row of an area alone") {
  source("a", {"都道府県", "区分", "件数"}, {{"鳥取県", "全体", "3"}, {"鳥取県", "再掲", "1"}})
      .of_which = RowRule{"区分", {"再掲"}};
  publication.sources[0].measures = {{"cases", "件数"}};
  count("cases", "cases");
  measure();
  CHECK(said("area.left_out") == 0);
}
