#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "small_book.h"

using namespace yokoten;

namespace {

/// The SmallBook with a count of bodies by prefecture.
struct MapBook {
  SmallBook small;

  MapBook() {
    Indicator& made = small.publication.indicators.emplace_back();
    made.id = "listed";
    made.title = made.short_title = "一覧の団体";
    made.kind = IndicatorKind::count;
    made.unit = "団体";
    made.better = Better::lower;
  }
  std::string html(int in_tottori, int in_shimane) {
    add(SmallBook::tottori, in_tottori);
    add(SmallBook::shimane, in_shimane);
    small.book.prepare();
    return small.html("map", "indicator = \"listed\"\nlimits = [1, 2]\n", Areas::none);
  }
  // A prefecture for each count, and no limits.
  std::string even(const std::vector<int>& counts) {
    for (const int count : counts) {
      Area made;
      made.code = std::to_string(500000 + count);
      made.name = std::to_string(count) + "県";
      made.parent = Areas::nation;
      made.level = AreaLevel::prefecture;
      add(small.areas.add(made), count);
    }
    small.book.prepare();
    return small.html("map", "indicator = \"listed\"\n", Areas::none);
  }

 private:
  void add(int area, int count) {
    Observation seen;
    seen.indicator = 1;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period("2024-09-13"));
    seen.value = Decimal{count, 0};
    small.measured.cube.add(seen);
  }
};

/// 鳥取県's own publication, which has figures of no other prefecture, and squares for its cities.
struct HomeBook : SmallBook {
  HomeBook() {
    publication.prefecture = "鳥取県";
    Source& squares = publication.sources.emplace_back();
    squares.id = "borders";
    squares.kind = SourceKind::boundaries;
    publication.tables.emplace_back("raw/borders.json", std::vector<std::string>{});
    Boundaries& made = publication.boundaries.emplace_back();
    made.source = static_cast<int>(publication.sources.size()) - 1;
    for (const auto& [code, at] :
         {std::pair<const char*, double>{"312029", 133}, {"312045", 134}}) {
      made.shapes.push_back({code, "", {{{static_cast<int>(made.borders.size())}}}});
      made.borders.push_back({{{at, 35}, 1e9},
                              {{at + 1, 35}, 1e9},
                              {{at + 1, 36}, 1e9},
                              {{at, 36}, 1e9},
                              {{at, 35}, 1e9}});
    }
    Indicator& count = publication.indicators.emplace_back();
    count.id = "centres";
    count.title = count.short_title = "センター";
    count.kind = IndicatorKind::count;
    count.unit = "か所";
    for (const int area : {int{tottori}, int{yonago}, int{sakaiminato}}) {
      Observation seen;
      seen.indicator = 1;
      seen.area = area;
      seen.period = measured.cube.period_id(*parse_period("2024-09-13"));
      seen.value = Decimal{area, 0};
      measured.cube.add(seen);
    }
    book.prepare();
  }
  std::string map(const char* more, int area) {
    return html("map", std::string("indicator = \"centres\"\n") + more, area);
  }
};

}  // namespace

TEST_CASE("a class of a map that has one number says that number") {
  MapBook book;
  const std::string html = book.html(1, 3);
  CHECK(contains(html, ">1団体<"));
  CHECK_FALSE(contains(html, "1–1"));
}

TEST_CASE("a map of areas without places has no column of places") {
  MapBook book;
  CHECK_FALSE(contains(book.html(1, 3), ">順位<"));
}

TEST_CASE("a tile says its area and its figure once, beginning with what is seen on it") {
  MapBook book;
  std::vector<ChartRequest> asked;
  book.small.draw = [&](const ChartRequest& request) {
    asked.push_back(request);
    return Drawing{"<svg/>", "{}", "<svg/>"};
  };
  Area tottori = book.small.areas.at(SmallBook::tottori);
  tottori.short_name = "鳥取";
  book.small.areas.rename(SmallBook::tottori, tottori);
  book.html(1, 3);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].data[0].description == "鳥取 1団体");
}

TEST_CASE("a map without a figure of the nation has the date of its areas") {
  MapBook book;
  const std::string html = book.html(1, 3);
  CHECK(contains(html, "2024年9月13日時点"));
}

TEST_CASE("a map with an older figure of the nation has the date of its areas") {
  MapBook book;
  Observation seen;
  seen.indicator = 1;
  seen.period = book.small.measured.cube.period_id(*parse_period("2023-09-13"));
  seen.value = Decimal{4, 0};
  book.small.measured.cube.add(seen);
  const std::string html = book.html(1, 3);
  CHECK(contains(html, "2024年9月13日時点"));
  CHECK(!contains(html, "2023年"));
}

TEST_CASE("figures that share their first digit are told apart by two") {
  MapBook book;
  const std::string html = book.even({13, 14, 15, 16, 17, 18, 19, 20, 21, 23});
  CHECK(contains(html, "15団体未満"));
  CHECK(contains(html, "21団体以上"));
}

TEST_CASE("in a prefecture's publication the shapes of a map are those of its municipalities") {
  HomeBook book;
  for (const int area : {int{Areas::none}, int{SmallBook::yonago}}) {
    const std::string html = book.map("shapes = \"borders\"\n", area);
    CHECK(contains(html, "米子市"));
    CHECK(contains(html, "境港市"));
    CHECK_FALSE(contains(html, "島根県"));
  }
  CHECK(book.said.empty());
}

TEST_CASE("where no other prefecture has a figure there is no map of tiles, which is said") {
  HomeBook book;
  CHECK(book.map("", Areas::none).empty());
  REQUIRE(book.said.size() == 1);
  CHECK(book.said[0].code == "block.alone");
  CHECK(book.said[0].level == Level::warning);
}

TEST_CASE("a map whose areas have no pages does not say that they can be selected") {
  HomeBook book;
  CHECK(contains(book.map("shapes = \"borders\"\n", Areas::none), "地域を押すと"));
  book.paths.clear();
  CHECK(contains(book.map("shapes = \"borders\"\n", Areas::none), "地域の実際の形"));
}
