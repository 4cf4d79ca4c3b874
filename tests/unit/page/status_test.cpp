#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// What the block says where one warning is given at so many places.
std::string warned_at(int places) {
  SmallBook small;
  small.publication.folder = "data/x";
  for (int row = 1; row <= places; ++row)
    small.findings.push_back({{"data/x/pages/about.md", row, 2},
                              Level::warning,
                              "publication.unfilled",
                              {"まだ書き換えていません", "this is still to be written"}});
  return small.html("status", "", Areas::none);
}

}  // namespace

TEST_CASE("a warning that is given at several places stands once, with the places") {
  CHECK(contains(warned_at(3),
                 "まだ書き換えていません。3か所あります（pages/about.md 1行目、"
                 "pages/about.md 2行目、pages/about.md 3行目）。"));
}

TEST_CASE("of very many places of a warning the first are named and the others counted") {
  CHECK(contains(warned_at(18), "18か所あります（pages/about.md 1行目、"));
  CHECK(contains(warned_at(18), "pages/about.md 5行目、ほか13か所）。"));
}

TEST_CASE("a warning at one place stands as it is") {
  CHECK(contains(warned_at(1), "まだ書き換えていません。"));
  CHECK(!contains(warned_at(1), "か所あります"));
}

TEST_CASE("what is planned is counted where it has a figure") {
  SmallBook small;
  for (Observation seen : small.measured.cube.figures(0)) {
    seen.flags = planned;
    small.measured.cube.replace(seen);
  }
  CHECK(contains(small.html("status", "", Areas::none), "公表資料に未掲載 2、予定 2"));
}
