#include "read/event.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

const std::string sound_event =
    "title = \"研修\"\ndate = 2025-11-12\nstart = \"13:30\"\nend = \"16:00\"\nplace = \"会議室\"\n"
    "for = \"職員\"\norganiser = \"センター\"\napply = \"電話で\"\ncontact = \"窓口\"\n";

struct ReadEvent {
  Findings findings;
  Event event;

  explicit ReadEvent(const std::string& text, const std::string& id = "a-1")
      : event(read_event(text, "events/a.toml", id, findings)) {}

  std::string codes() const {
    std::string all;
    for (const Finding& each : findings) all += (all.empty() ? "" : " ") + each.code;
    return all;
  }
};

std::string event_with(const std::string& from, const std::string& to) {
  std::string text = sound_event;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return ReadEvent(text.replace(at, from.size(), to)).codes();
}

}  // namespace

TEST_CASE("an event is read with its day, times and place") {
  const ReadEvent read(sound_event);
  REQUIRE(read.codes() == "");
  CHECK(to_text(read.event.first) == "2025-11-12");
  CHECK(read.event.last == read.event.first);
  CHECK(*read.event.start == TimeOfDay{13, 30});
  CHECK(*read.event.end == TimeOfDay{16, 0});
  CHECK(read.event.place == "会議室");
}

TEST_CASE("an event may last several days") {
  CHECK(event_with("date = 2025-11-12", "from = 2025-11-12\nto = 2025-11-14") == "");
  CHECK(event_with("date = 2025-11-12", "from = 2025-11-12\nto = 2025-11-11") == "event.date");
}

TEST_CASE("an event has one day, or a first and a last one, and not both") {
  CHECK(event_with("date = 2025-11-12\n", "") == "event.date");
  CHECK(event_with("date = 2025-11-12", "from = 2025-11-12") == "event.date");
  CHECK(event_with("date = 2025-11-12", "date = 2025-11-12\nto = 2025-11-13") == "event.date");
}

TEST_CASE("a month is no day of an event") {
  CHECK(event_with("date = 2025-11-12", "date = \"2025-11\"") == "toml.type");
}

TEST_CASE("an hour may have one digit") {
  const ReadEvent read(std::string(sound_event).replace(sound_event.find("13:30"), 5, "9:30"));
  REQUIRE(read.codes() == "");
  CHECK(read.event.start->hour == 9);
  CHECK(read.event.start->minute == 30);
}

TEST_CASE("times have two digits for the minutes and exist") {
  for (const char* wrong : {"9:5", "930", "24:00", "12:60", "1330", "午後"})
    CHECK(event_with("\"13:30\"", '"' + std::string(wrong) + '"') == "event.time");
}

TEST_CASE("an end without a start, or before it, is an error") {
  CHECK(event_with("start = \"13:30\"\n", "") == "event.time");
  CHECK(event_with("end = \"16:00\"", "end = \"13:30\"") == "event.time");
}

TEST_CASE("an event without a place or a way online is an error") {
  CHECK(event_with("place = \"会議室\"\n", "") == "event.place");
  CHECK(event_with("place = ", "online = ") == "");
}

TEST_CASE("who may come, who organises, how to apply and whom to ask are required") {
  for (const char* key : {"title", "for", "organiser", "apply", "contact"})
    CHECK(event_with(std::string(key) + " = ", std::string("#") + key + " = ") == "toml.missing");
}

TEST_CASE("a key that an event does not know is an error") {
  CHECK(event_with("place = ", "venue = \"x\"\nplace = ") == "toml.unknown");
}

TEST_CASE("a file whose name is no id is an error") {
  CHECK(ReadEvent(sound_event, "研修").codes() == "event.name");
}
