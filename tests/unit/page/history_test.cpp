#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// 鳥取県 with three values of the rate, the oldest added last.
struct Past {
  SmallBook small;

  Past() {
    add("2024-03-31", "20.5", 0);
    add("2023-03-31", "12.25", provisional);
    small.book.prepare();
  }
  void add(const char* when, const char* value, std::uint8_t flags) {
    Observation seen;
    seen.area = SmallBook::tottori;
    seen.period = small.measured.cube.period_id(*parse_period(when));
    seen.value = parse_decimal(value);
    seen.flags = flags;
    small.measured.cube.add(seen);
  }
  std::string html(int area) { return small.html("history", "indicators = [\"rate\"]", area); }
};

bool stand_in_order(const std::string& text, std::initializer_list<const char*> parts) {
  std::size_t at = 0;
  for (const char* part : parts) {
    at = text.find(part, at);
    if (at == std::string::npos) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a history lists every period, the newest on top") {
  Past past;
  CHECK(stand_in_order(past.html(SmallBook::tottori), {"2024年9月13日", "24.7", "2024年3月31日",
                                                       "20.5", "2023年3月31日", "12.3"}));
}

TEST_CASE("a history says what is provisional") {
  Past past;
  CHECK(stand_in_order(past.html(SmallBook::tottori), {"12.3", "暫定"}));
}

TEST_CASE("a history of an area without any value says nothing") {
  Past past;
  CHECK(past.html(SmallBook::matsue).empty());
}

TEST_CASE("a history gives a bound and the reason where there is no value") {
  Past past;
  Observation seen;
  seen.area = SmallBook::tottori;
  seen.period = past.small.measured.cube.period_id(*parse_period("2025-03-31"));
  seen.lower = parse_decimal("30.0");
  past.small.measured.cube.add(seen);
  seen.period = past.small.measured.cube.period_id(*parse_period("2025-09-13"));
  seen.lower = std::nullopt;
  seen.missing = Missing::suppressed;
  past.small.measured.cube.add(seen);
  CHECK(stand_in_order(past.html(SmallBook::tottori),
                       {"2025年9月13日", "秘匿", "2025年3月31日", "少なくとも 30.0"}));
}

TEST_CASE("a history has the reason of periods that a source does not list the area at") {
  Past past;
  Observation seen;
  seen.area = SmallBook::tottori;
  seen.missing = Missing::not_published;
  for (const char* when : {"2022-03-31", "2025-03-31"}) {
    seen.period = past.small.measured.cube.period_id(*parse_period(when));
    past.small.measured.cube.add(seen);
  }
  const std::string html = past.html(SmallBook::tottori);
  CHECK(stand_in_order(html, {"2025年3月31日", "公表資料に未掲載", "2024年9月13日"}));
  CHECK(!contains(html, "2022年"));  // before it was first listed
}
