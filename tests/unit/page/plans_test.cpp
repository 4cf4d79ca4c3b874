#include <doctest/doctest.h>

#include <vector>

#include "small_book.h"

#include "page/common_period.h"
#include "page/dated_figures.h"
#include "page/fields.h"

using namespace yokoten;

namespace {

/// The SmallBook with a prefecture of which nothing is known but a plan.
struct PlannedBook {
  SmallBook small;
  std::vector<ChartRequest> asked;
  int nara = 0;

  explicit PlannedBook(const char* when = "2024-09-13") {
    small.draw = [this](const ChartRequest& request) {
      asked.push_back(request);
      return Drawing{"<svg/>", "{}", "<svg/>"};
    };
    nara = add_area("290009", "奈良県");
    add(add_area("300004", "和歌山県"), "5.0", 0);
    add(nara, "80.0", planned, when);
    small.book.prepare();
  }
  void add(int area, const char* value, std::uint8_t flags, const char* when = "2024-09-13") {
    Observation seen;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.value = parse_decimal(value);
    seen.flags = flags;
    small.measured.cube.add(seen);
  }
  std::string html(const char* block, const char* more = "", int area = Areas::none) {
    return small.html(block, std::string("indicator = \"rate\"\n") + more, area);
  }
  Figure figure(int area) const { return newest_figure(small.book, 0, area); }

 private:
  int add_area(const char* code, const char* name) {
    Area made;
    made.code = code;
    made.name = name;
    made.parent = Areas::nation;
    made.level = AreaLevel::prefecture;
    return small.areas.add(made);
  }
};

/// Where there is nothing but plans.
struct PlansAlone : PlannedBook {
  PlansAlone() : PlannedBook("2026FY") {
    for (Observation seen : small.measured.cube.figures(0)) {
      seen.flags = planned;
      small.measured.cube.replace(seen);
    }
    small.book.prepare();
  }
};

}  // namespace

TEST_CASE("a plan is neither first nor last of what is known") {
  PlannedBook book;
  for (const char* form : {"bars", "table"}) {
    const std::string html = book.html(
        "ranking", ("level = \"prefecture\"\nform = \"" + std::string(form) + "\"").c_str());
    CHECK(contains(html, "和歌山県"));
    CHECK_FALSE(contains(html, "奈良県"));
  }
  CHECK(field_text(book.small.book, book.figure(Areas::nation), "highest") == "鳥取県");
}

TEST_CASE("an area with a figure before has that one beside others, not its plan") {
  PlannedBook book;
  book.add(book.nara, "7.0", 0, "2023-09-13");
  const int period = book.figure(SmallBook::tottori).observation->period;
  CHECK(value_text(book.small.book, figure_at(book.small.book, 0, book.nara, period)) == "7.0%");
}

TEST_CASE("an area of which nothing but a plan is known has it in tables, marked") {
  PlannedBook book;
  const std::string html =
      book.small.html("table", "indicators = [\"rate\"]\nlevel = \"prefecture\"", Areas::nation);
  CHECK(contains(html, "80.0"));
  CHECK(contains(html, "予定"));
  CHECK_FALSE(contains(html, "日時点、予定"));
}

TEST_CASE("plans are not what most areas have while others have something else") {
  PlannedBook book("2026FY");
  const int later = book.small.measured.cube.find_period(*parse_period("2026FY"));
  const std::vector<int> areas = {book.nara, SmallBook::tottori};
  CHECK(common_period(book.small.book, 0, areas) != later);
  CHECK(common_period(book.small.book, 0, std::vector<int>{book.nara}) == later);
}

TEST_CASE("a plan has no colour on a map of what is known, and its words say what it is") {
  PlannedBook book;
  const std::string html = book.html("map", "limits = [4, 20]");
  REQUIRE(book.asked.size() == 1);
  for (const ChartDatum& each : book.asked[0].data)
    if (each.full_name == "奈良県") {
      CHECK_FALSE(each.value);
      CHECK(contains(each.description, "80.0%（予定）"));
    }
  CHECK(contains(html, "80.0（予定）"));
}

TEST_CASE("a bar beside others says that it is of a plan") {
  PlannedBook book;
  const std::string html = book.html("compare", "with = [\"nation\"]", book.nara);
  CHECK(contains(html, "奈良県（予定）"));
  CHECK_FALSE(contains(html, "日時点、予定"));
}

TEST_CASE("the spread of what is known counts plans apart") {
  PlannedBook book;
  book.add(SmallBook::tottori, "1.0", 0);
  Area made;
  made.name = "三重県";
  made.code = "240001";
  made.parent = Areas::nation;
  made.level = AreaLevel::prefecture;
  book.add(book.small.areas.add(made), "9.0", 0);
  book.small.book.prepare();
  CHECK(contains(book.html("distribution", "level = \"prefecture\"\nstep = 10"), "予定 1"));
}

TEST_CASE("a plan has no place on a strip of what is known") {
  PlannedBook book;
  book.small.html("cards", "indicators = [\"rate\"]", book.nara);
  CHECK(book.asked.empty());
}

TEST_CASE("where there are plans alone the blocks say so") {
  PlansAlone book;
  for (const char* options : {"level = \"prefecture\"", "level = \"prefecture\"\nform = \"table\""})
    CHECK(contains(book.html("ranking", options), "2024年9月13日時点、予定"));
  CHECK(contains(book.html("map", "limits = [4, 20]"), "2024年9月13日時点、予定"));
  CHECK(contains(book.html("compare", "with = [\"nation\"]", SmallBook::tottori),
                 "2024年9月13日時点、予定"));
  book.asked.clear();
  book.small.html("cards", "indicators = [\"rate\"]", SmallBook::tottori);
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].as_of == "2024年9月13日時点、予定");
}

TEST_CASE("the numbers of a card's picture say over them that they are planned") {
  PlansAlone book;
  book.small.publication.offered.cards = {"csv"};
  Context context = book.small.page;
  context.area = SmallBook::tottori;
  book.small.html("cards", "indicators = [\"rate\"]", context);
  REQUIRE(context.files.size() == 1);
  CHECK(contains(context.files.front().bytes, "値（予定） %"));
}

TEST_CASE("the date of a plan is told with it") {
  PlansAlone book;
  CHECK(field_text(book.small.book, book.figure(Areas::nation), "as_of") ==
        "2024年9月13日時点、予定");
}

TEST_CASE("a lead of a plan says so once") {
  PlansAlone book;
  CHECK(book.html("lead", "value = \"{{value}}です。\"").ends_with("予定</span>"));
  CHECK_FALSE(contains(book.html("lead", "value = \"{{value}}（{{as_of}}）です。\""), "<span"));
}

TEST_CASE("a card of the whole says that its figure is a plan, though it has nothing else to say") {
  PlansAlone book;
  CHECK(contains(book.small.html("cards", "indicators = [\"rate\"]", Areas::none),
                 "<span class=\"tag state\">予定</span>"));
}

TEST_CASE("figures beside a card of another date are listed once, until something changes") {
  PlannedBook book;
  Book& pages = book.small.book;
  const auto list = [&] {
    return &pages.dated->of_level(pages, 0, AreaLevel::prefecture,
                                  book.figure(SmallBook::tottori).observation->period);
  };
  const auto* before = list();
  CHECK(before->all.size() == 3);
  CHECK(list() == before);
  const auto made = pages.dated;
  pages.follow({book.figure(SmallBook::tottori).observation});
  CHECK(pages.dated != made);
}
