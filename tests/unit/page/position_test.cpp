#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The numbers of the picture on a page about no area.
std::string positions_csv(SmallBook& small, const std::string& options) {
  Context context = small.page;
  small.html("position", options, context);
  for (const SiteFile& file : context.files)
    if (file.path.ends_with(".csv")) return file.bytes;
  return {};
}

void add_position(SmallBook& small, int area) {
  Observation seen = *small.measured.cube.latest(0, SmallBook::yonago);
  seen.area = area;
  small.measured.cube.replace(seen);
  small.book.prepare();
}

}  // namespace

TEST_CASE("municipalities of several prefectures stand beside their prefectures") {
  SmallBook small;
  add_position(small, SmallBook::matsue);
  const std::string csv = positions_csv(small, "indicator = \"rate\"");
  CHECK(csv.find("市区町村,都道府県,") != std::string::npos);
  CHECK(csv.find("松江市,島根県,") != std::string::npos);
}

TEST_CASE("municipalities of one prefecture stand without it") {
  SmallBook small;
  add_position(small, SmallBook::tottori_city);
  const std::string csv = positions_csv(small, "indicator = \"rate\"");
  CHECK(csv.find("米子市,") != std::string::npos);
  CHECK(csv.find("都道府県") == std::string::npos);
}
