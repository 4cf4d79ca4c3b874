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

TEST_CASE("of very many municipalities a page about one has rows for its prefecture alone") {
  SmallBook small;
  for (int at = 0; at < 400; ++at) {
    Area town = small.areas.at(SmallBook::matsue);
    town.code = std::to_string(400000 + at);
    town.name = "第" + std::to_string(at) + "町";
    Observation seen = *small.measured.cube.latest(0, SmallBook::yonago);
    seen.area = small.areas.add(town);
    seen.denominator = Decimal{300 - at % 2, 0};
    small.measured.cube.add(seen);
  }
  small.measured.cube.sort();
  small.book.prepare();
  std::size_t points = 0;
  small.draw = [&](const ChartRequest& request) {
    points = request.data.size();
    return Drawing{};
  };
  Context context = small.page;
  context.area = SmallBook::yonago;
  const std::string html = small.html("position", "indicator = \"rate\"", context);
  CHECK(points < 10);
  CHECK(contains(html, "境港市"));
  CHECK_FALSE(contains(html, "第7町"));
  CHECK(contains(html, "重なる点は1つだけ描き、表には鳥取県の市を載せています。"));
}
