#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// 鳥取県 with its rate of 2024-09-13 and what else is added, and the trend that is drawn of it.
struct TrendBook {
  SmallBook small;
  std::vector<ChartRequest> asked;

  TrendBook() {
    small.draw = [this](const ChartRequest& request) {
      asked.push_back(request);
      return Drawing{"<svg/>", "{}", "<svg/>"};
    };
  }
  void add(const char* when, const char* value, Missing missing = Missing::none,
           std::uint8_t flags = 0, int area = SmallBook::tottori) {
    Observation seen;
    seen.flags = flags;
    seen.area = area;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    if (*value != 0) seen.value = parse_decimal(value);
    seen.missing = missing;
    small.measured.cube.add(seen);
  }
  std::string html(int area = SmallBook::tottori) {
    small.book.prepare();
    return small.html("trend", "indicator = \"rate\"", area);
  }
};

}  // namespace

TEST_CASE("a period without a value is a gap of the trend, and a row with its reason") {
  TrendBook book;
  book.add("2023-09-13", "20.5");
  book.add("2024-03-31", "", Missing::not_reported);
  const std::string html = book.html();
  REQUIRE(book.asked.size() == 1);
  const auto& data = book.asked[0].data;
  REQUIRE(data.size() == 3);
  CHECK(data[0].label == "20.5");
  CHECK(!data[1].value);
  CHECK(data[1].label == "未報告");
  CHECK(contains(book.asked[0].description, "2024年3月31日 未報告"));
  CHECK(contains(html, "未報告"));
}

TEST_CASE("a trend whose newest period has no value is dated by that period") {
  TrendBook book;
  book.add("2023-09-13", "20.5");
  book.add("2025-03-31", "", Missing::suppressed);
  CHECK(contains(book.html(), "2025年3月31日時点"));
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].data.back().name == "2025年3月31日");
  CHECK(!book.asked[0].data.back().value);
}

TEST_CASE("a bound is no point of a trend") {
  TrendBook book;
  book.add("2023-09-13", "20.5");
  Observation seen;
  seen.area = SmallBook::tottori;
  seen.period = book.small.measured.cube.period_id(*parse_period("2025-03-31"));
  seen.lower = parse_decimal("30.0");
  book.small.measured.cube.add(seen);
  CHECK(contains(book.html(), "少なくとも 30.0<"));
  REQUIRE(book.asked.size() == 1);
  CHECK(!book.asked[0].data.back().value);
  CHECK(book.asked[0].data.back().label == "少なくとも 30.0%");
}

TEST_CASE("periods before an area was first listed are no gaps of its trend") {
  TrendBook book;
  book.add("2022-09-13", "", Missing::not_published);
  book.add("2023-09-13", "20.5");
  book.html();
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].data.size() == 2);
}

TEST_CASE("one period is no trend") {
  TrendBook book;
  book.add("2022-09-13", "", Missing::not_published);
  CHECK(contains(book.html(), "公表は2024年9月13日の1回だけです"));
  CHECK(book.asked.empty());
}

TEST_CASE("a plan that stands alone is told as one") {
  TrendBook book;
  book.add("2028-03-31", "65.0", Missing::none, planned, SmallBook::tottori_city);
  CHECK(contains(book.html(SmallBook::tottori_city), "公表は2028年3月31日（予定）の1回だけです"));
}

TEST_CASE("a trend of plans alone is dated as planned") {
  TrendBook book;
  for (const char* when : {"2027-03-31", "2028-03-31"})
    book.add(when, "65.0", Missing::none, planned, SmallBook::tottori_city);
  book.html(SmallBook::tottori_city);
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].as_of == "2028年3月31日時点（予定）");
}

TEST_CASE("a plan is an outlined point of a trend, named as one, and not its newest figure") {
  TrendBook book;
  book.add("2023-09-13", "20.5");
  book.add("2028-03-31", "65.0", Missing::none, planned);
  const std::string html = book.html();
  REQUIRE(book.asked.size() == 1);
  const ChartRequest& asked = book.asked[0];
  REQUIRE(asked.data.size() == 3);
  CHECK(asked.data[1].emphasis == Emphasis::self);
  CHECK(asked.data[2].emphasis == Emphasis::planned);
  CHECK(asked.data[2].name == "2028年3月31日（予定）");
  CHECK(contains(asked.description, "2028年3月31日（予定） 65.0%"));
  CHECK(asked.as_of == "2024年9月13日時点");
  CHECK(contains(html, "2028年3月31日（予定）"));
}

TEST_CASE("a trend whose newest value has another length shows the longest series, and says so") {
  TrendBook book;
  book.small.measured.cube.remove(0);
  book.add("2021FY", "20.5");
  book.add("2022FY", "21.5");
  book.add("2025H1", "30.0");
  const std::string html = book.html();
  REQUIRE(book.asked.size() == 1);
  CHECK(book.asked[0].data.front().name == "2021年度");
  CHECK(contains(html, "期間の長さが違うため、線に入れていない値があります: 2025年度上半期"));
}

TEST_CASE("values of different lengths alone are not called published once") {
  TrendBook book;
  book.small.measured.cube.remove(0);
  book.add("2023FY", "20.5");
  book.add("2024H1", "21.5");
  CHECK(contains(book.html(),
                 "期間の長さが違う値だけなので（2023年度、2024年度上半期）、推移は示せません。"));
}
