#include "model/finding_json.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a finding that is written as JSON is read as it was, whatever its level") {
  for (const Level level : {Level::note, Level::warning, Level::error}) {
    const Finding told = {{"raw/a.csv", 3, 2}, level, "name.unknown", {"梶原町はない", "\"no\"\n"}};
    const Finding read = read_finding(nlohmann::ordered_json::parse(finding_json(told).dump()));
    CHECK(to_line(read, Language::ja) == to_line(told, Language::ja));
    CHECK(read.message.en == told.message.en);
    CHECK(read.level == level);
  }
}

TEST_CASE("JSON that is no finding is refused") {
  CHECK_THROWS_AS(read_finding({{"level", "note"}}), nlohmann::json::exception);
  CHECK_THROWS_AS(read_finding({{"level", 2}}), nlohmann::json::exception);
}
