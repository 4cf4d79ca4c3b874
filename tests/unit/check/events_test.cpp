#include "check/events.h"

#include "unit/check/checking.h"

using namespace yokoten;

TEST_CASE_FIXTURE(Checking,
                  "an event of a programme that does not exist is an error with the nearest id") {
  Programme programme;
  programme.id = "link-2023";
  publication.programmes.push_back(programme);
  for (const char* id : {"link-2023", "link-2032", ""}) {
    Event event;
    event.programme = id;
    publication.events.push_back(event);
  }
  run();
  CHECK(said("event.programme") == 1);
  CHECK(finding("event.programme").message.en.find("link-2023") != std::string::npos);
}
