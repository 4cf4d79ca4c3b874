#include <doctest/doctest.h>

#include "page/similar_areas.h"
#include "small_book.h"

using namespace yokoten;

namespace {

/// Municipalities of one prefecture, each with its number of offices.
struct Sized {
  SmallBook small;
  int prefecture = SmallBook::shimane;
  int period = small.measured.cube.period_id(*parse_period("2024-09-13"));

  Sized() {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "offices";
    made.title = "事業所数";
    made.kind = IndicatorKind::count;
  }
  int add(const char* name, const char* kind, const char* offices, bool designated = false,
          const char* when = "2024-09-13") {
    Area area;
    area.code = name;
    area.name = name;
    area.kind = kind;
    area.parent = prefecture;
    area.level = AreaLevel::municipality;
    area.designated_city = designated;
    const int id = small.areas.add(area);
    Observation seen;
    seen.indicator = 1;
    seen.area = id;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.value = parse_decimal(offices);
    if (!seen.value) seen.missing = Missing::suppressed;
    small.measured.cube.add(seen);
    return id;
  }
  std::vector<std::string> like(int area, std::size_t limit = 5) {
    small.book.prepare();
    std::vector<std::string> names;
    for (const int each : similar_areas(small.book, area, {{1}, limit}).areas)
      names.push_back(small.areas.at(each).name);
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the nearest in size come first, up and down alike") {
  Sized sized;
  const int own = sized.add("甲市", "市", "100");
  sized.add("乙市", "市", "130");
  sized.add("丙市", "市", "78");
  sized.add("丁市", "市", "101");
  CHECK(sized.like(own) == Names{"丁市", "丙市", "乙市"});
  CHECK(sized.like(own, 1) == Names{"丁市"});
}

TEST_CASE("only the same kind is alike; towns and villages are one") {
  Sized sized;
  const int town = sized.add("甲町", "町", "100");
  const int city = sized.add("乙市", "市", "100");
  sized.add("丙村", "村", "100");
  sized.add("丁市", "市", "100", true);
  sized.add("戊区", "特別区", "100");
  CHECK(sized.like(town) == Names{"丙村"});
  CHECK(sized.like(city).empty());
}

TEST_CASE("sizes that are hidden, 0 or of another date are not compared") {
  Sized sized;
  const int own = sized.add("甲市", "市", "100");
  const int hidden = sized.add("乙市", "市", "");
  const int none = sized.add("丙市", "市", "0");
  sized.add("丁市", "市", "100", false, "2023-09-13");
  CHECK(sized.like(own).empty());
  CHECK(sized.like(hidden).empty());
  CHECK(sized.like(none).empty());
}

TEST_CASE("the block similar stands only on pages of areas") {
  SmallBook small;
  small.compiled("similar", "size = [\"rate\"]\nshow = [\"rate\"]");
  REQUIRE(small.said.size() == 1);
  CHECK(std::string(small.said.front().code) == "block.each");
}

TEST_CASE(
    "the nearest cases are those of the area, then of its prefecture, its region and others") {
  SmallBook small;
  const auto add = [&](const char* path, int area) {
    CaseEntry& entry = small.cases_list.emplace_back();
    entry.path = entry.title = path;
    entry.area = area;
  };
  add("cases/far/", Areas::nation);
  add("cases/region/", SmallBook::matsue);
  add("cases/prefecture/", SmallBook::sakaiminato);
  add("cases/own/", SmallBook::yonago);
  const std::string html = small.html("cases", "of = \"near\"\nlimit = 4", SmallBook::yonago);
  const auto at = [&](const char* path) { return html.find(path); };
  CHECK(at("cases/own/") < at("cases/prefecture/"));
  CHECK(at("cases/prefecture/") < at("cases/region/"));
  CHECK(at("cases/region/") < at("cases/far/"));
  CHECK(at("cases/far/") != std::string::npos);
  CHECK(!contains(small.html("cases", "of = \"near\"", SmallBook::yonago), "cases/region/"));
}
