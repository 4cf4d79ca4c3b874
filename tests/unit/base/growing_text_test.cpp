#include "base/growing_text.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a text grows beyond the room that it began with") {
  GrowingText text(2);
  text.put("three");
  text.put(',');
  text.put("");
  text.put(std::string(100, 'x'));
  CHECK(text.take() == "three," + std::string(100, 'x'));
}

TEST_CASE("of a room as much is taken as was written into it") {
  GrowingText text(0);
  char* room = text.room(10);
  room[0] = 'a';
  text.end_at(room + 1);
  text.put('b');
  CHECK(text.take() == "ab");
}
