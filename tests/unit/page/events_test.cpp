#include <doctest/doctest.h>

#include "unit/page/small_book.h"

using namespace yokoten;

namespace {

/// The publication's date is 2024-12-31.
struct EventBook : SmallBook {
  Event& add(const std::string& id, Date first, Date last) {
    Event made;
    made.id = id;
    made.title = id + "の研修";
    made.place = "会議室";
    made.first = first;
    made.last = last;
    publication.events.push_back(made);
    return publication.events.back();
  }
  Event& add(const std::string& id, Date day) { return add(id, day, day); }
  std::string html_of(const std::string& options = "") {
    return html("events", options, Areas::none);
  }
};

}  // namespace

TEST_CASE_FIXTURE(EventBook, "a publication without events says so and offers no calendar") {
  CHECK(contains(html_of(), "まだ決まっていません"));
  CHECK_FALSE(contains(html_of(), "events.ics"));
}

TEST_CASE_FIXTURE(EventBook, "what ends on the publication's date still lies ahead") {
  add("a", {2024, 12, 30}, {2024, 12, 31});
  CHECK_FALSE(contains(html_of(), "<details>"));
}

TEST_CASE_FIXTURE(EventBook,
                  "what ended before the publication's date is folded, the newest first") {
  add("a", {2024, 11, 1});
  add("b", {2024, 12, 30});
  const std::string html = html_of();
  CHECK(contains(html, "終わったもの（2件）"));
  CHECK(html.find("bの研修") < html.find("aの研修"));
  CHECK(contains(html, "まだ決まっていません"));
}

TEST_CASE_FIXTURE(EventBook, "what lies ahead stands by day with its weekday and times") {
  add("b", {2025, 2, 3}).start = TimeOfDay{9, 5};
  publication.events[0].end = TimeOfDay{12, 0};
  add("a", {2025, 1, 5}, {2025, 1, 6});
  const std::string html = html_of();
  CHECK(contains(html, "2025年2月3日（月） 9:05～12:00"));
  CHECK(contains(html, "2025年1月5日（日）～2025年1月6日（月）"));
  CHECK(html.find("aの研修") < html.find("bの研修"));
}

TEST_CASE_FIXTURE(EventBook, "the list says of which date it is and offers the calendar") {
  add("a", {2025, 1, 5});
  CHECK(contains(html_of(), "2024年12月31日の時点の予定"));
  CHECK(contains(html_of(), "href=\"../../data/events.ics\""));
}

TEST_CASE_FIXTURE(EventBook, "a limit shows the next ones only and nothing that is over") {
  add("a", {2025, 1, 5});
  add("b", {2025, 1, 6});
  add("c", {2024, 1, 6});
  const std::string html = html_of("limit = 1");
  CHECK(contains(html, "aの研修"));
  CHECK_FALSE(contains(html, "bの研修"));
  CHECK_FALSE(contains(html, "cの研修"));
}

TEST_CASE_FIXTURE(EventBook, "an address of the web becomes a link and other words do not") {
  add("a", {2025, 1, 5}).online = "https://example.jp/live";
  add("b", {2025, 1, 6}).online = "javascript:alert(1)";
  const std::string html = html_of();
  CHECK(contains(html, "<a href=\"https://example.jp/live\">"));
  CHECK_FALSE(contains(html, "href=\"javascript"));
}
