#include "publish/calendar.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

namespace {

struct Calendar {
  Publication publication;

  Calendar() {
    publication.name = "tottori";
    publication.base_url = "https://example.jp/kpi/";
    publication.as_of = "2025-09-30";
    add("b", {2025, 11, 12});
  }

  Event& add(const std::string& id, Date day) {
    Event made;
    made.id = id;
    made.title = "研修";
    made.place = "会議室";
    made.first = made.last = day;
    publication.events.push_back(made);
    return publication.events.back();
  }

  bool has(const std::string& line) const {
    return events_ics(publication).find("\r\n" + line + "\r\n") != std::string::npos;
  }
};

}  // namespace

TEST_CASE("a publication without events has no calendar") { CHECK(events_ics({}).empty()); }

TEST_CASE_FIXTURE(Calendar, "times of Japan stand in UTC, nine hours earlier") {
  publication.events[0].start = TimeOfDay{13, 30};
  publication.events[0].end = TimeOfDay{16, 0};
  CHECK(has("DTSTART:20251112T043000Z"));
  CHECK(has("DTEND:20251112T070000Z"));
}

TEST_CASE_FIXTURE(Calendar, "a morning in Japan may lie on the day, month and year before in UTC") {
  publication.events[0].first = publication.events[0].last = {2026, 1, 1};
  publication.events[0].start = TimeOfDay{8, 0};
  CHECK(has("DTSTART:20251231T230000Z"));
}

TEST_CASE_FIXTURE(Calendar, "days without times end on the day behind the last one") {
  publication.events[0].first = {2024, 2, 28};
  publication.events[0].last = {2024, 2, 29};
  CHECK(has("DTSTART;VALUE=DATE:20240228"));
  CHECK(has("DTEND;VALUE=DATE:20240301"));
}

TEST_CASE_FIXTURE(Calendar, "the stamp is the publication's date and never the clock") {
  CHECK(has("DTSTAMP:20250930T000000Z"));
}

TEST_CASE_FIXTURE(Calendar, "an event is known by its id, the publication and its host") {
  CHECK(has("UID:b.tottori@example.jp"));
  publication.events[0].title = "別の題";
  CHECK(has("UID:b.tottori@example.jp"));
}

TEST_CASE_FIXTURE(Calendar, "signs of the format are escaped and line ends written") {
  publication.events[0].title = "a,b;c\\d\ne\x01";
  CHECK(has("SUMMARY:a\\,b\\;c\\\\d\\ne"));
}

TEST_CASE_FIXTURE(Calendar, "no line is longer than 75 bytes and no letter is cut in two") {
  publication.events[0].title.clear();
  for (int more = 0; more < 60; ++more) publication.events[0].title += "あい𠮟";
  const std::string text = events_ics(publication);
  std::string unfolded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = text.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK((line.size() < 2 || (static_cast<unsigned char>(line[line[0] == ' ']) & 0xC0U) != 0x80U));
    unfolded += line[0] == ' ' ? line.substr(1) : '\n' + line;
    at = end + 2;
  }
  CHECK(unfolded.find("\nSUMMARY:" + publication.events[0].title + "\n") != std::string::npos);
}

TEST_CASE_FIXTURE(Calendar, "events stand by day whatever their files are called") {
  add("a", {2025, 12, 1});
  add("c", {2025, 10, 1});
  const std::string text = events_ics(publication);
  CHECK(text.find("UID:c.") < text.find("UID:b."));
  CHECK(text.find("UID:b.") < text.find("UID:a."));
}
