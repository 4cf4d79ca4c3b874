#include <doctest/doctest.h>

#include <algorithm>

#include "small_book.h"

using namespace yokoten;

namespace {

/// 島根県 with `count` more cities of 0.1, 0.2 … %, and what the card of one of them draws.
struct Strip {
  SmallBook small;
  ChartRequest asked;
  std::vector<int> cities;

  explicit Strip(int count) {
    small.draw = [this](const ChartRequest& request) {
      asked = request;
      return Drawing{"<svg/>", "{}", "<svg/>"};
    };
    for (int at = 1; at <= count; ++at) add(at);
    small.book.prepare();
  }
  void add(int tenths) {
    Area area;
    area.code = std::to_string(900000 + tenths);
    area.name = "市" + std::to_string(tenths);
    area.parent = SmallBook::shimane;
    area.level = AreaLevel::municipality;
    Observation seen;
    seen.area = small.areas.add(area);
    seen.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
    seen.value = Decimal{tenths, 1};
    small.measured.cube.add(seen);
    cities.push_back(seen.area);
  }
  void draw(int area) { small.html("cards", "[[card]]\nindicator = \"rate\"", area); }
  std::ptrdiff_t marks(double value) const {
    return std::count_if(asked.data.begin(), asked.data.end(),
                         [&](const ChartDatum& each) { return each.value == value; });
  }
};

}  // namespace

TEST_CASE("a strip of some municipalities has a mark for each") {
  Strip strip(40);
  strip.draw(strip.cities[7]);
  CHECK(strip.asked.data.size() == 42);  // with 境港市 and 米子市
}

TEST_CASE("a card of a part has no strip of the totals of others") {
  Strip strip(40);
  strip.small.publication.indicators[0].by = Selection{"service", {}};
  Observation seen = *strip.small.rate(strip.cities[7]).observation;
  seen.breakdown = strip.small.measured.breakdown_id({{"service", "11"}});
  strip.small.measured.cube.add(seen);
  strip.small.book.prepare();
  const std::string part = "[[card]]\nindicator = \"rate\"\npart = \"11\"";
  CHECK(contains(strip.small.html("cards", part, strip.cities[7]), "0.8"));
  CHECK(strip.asked.data.empty());
}

TEST_CASE("a strip of very many municipalities has only marks that lie apart") {
  Strip strip(900);
  strip.draw(strip.cities[449]);
  CHECK(strip.asked.data.size() > 100);
  CHECK(strip.asked.data.size() < 130);
}

TEST_CASE("a strip of very many municipalities keeps both ends and the own place") {
  Strip strip(900);
  strip.draw(strip.cities[449]);
  CHECK(strip.marks(90) == 1);
  CHECK(strip.marks(0.1) == 1);
  const auto own = std::find_if(strip.asked.data.begin(), strip.asked.data.end(),
                                [](const auto& each) { return each.emphasis == Emphasis::self; });
  REQUIRE(own != strip.asked.data.end());
  CHECK(own->value == 45.0);
}

TEST_CASE("a strip counts all municipalities in words, also those without a mark of their own") {
  Strip strip(900);
  strip.draw(strip.cities[449]);
  CHECK(strip.asked.description.find("902") != std::string::npos);
}

TEST_CASE("the way to a goal of a bound is named as at least that much") {
  Strip strip(0);
  Indicator& made = strip.small.publication.indicators.emplace_back();
  made.id = made.title = "share";
  made.unit = "%";
  made.decimals = 1;
  Observation seen;
  seen.indicator = 1;
  seen.area = Areas::nation;
  seen.period = strip.small.measured.cube.period_id(*parse_period("2024-09-13"));
  seen.lower = Decimal{20, 1};
  strip.small.measured.cube.add(seen);
  strip.small.book.prepare();
  strip.small.html("cards", "[[card]]\nindicator = \"share\"\ngoal = 10\ngoal_label = \"目安\"\n",
                   Areas::none);
  CHECK(strip.asked.kind == ChartKind::progress);
  CHECK(strip.asked.title.ends_with("share 少なくとも 2.0"));
}

TEST_CASE("a strip has marks of the card's own date alone") {
  Strip strip(40);
  for (int at = 0; at < 39; ++at) {
    Observation seen = *strip.small.rate(strip.cities[static_cast<std::size_t>(at)]).observation;
    seen.period = strip.small.measured.cube.period_id(*parse_period("2025-09-13"));
    seen.value = Decimal{99, 0};
    strip.small.measured.cube.add(seen);
  }
  strip.small.book.prepare();
  strip.draw(strip.cities[39]);
  CHECK(strip.asked.data.size() == 42);
  CHECK(strip.marks(99) == 0);
}
