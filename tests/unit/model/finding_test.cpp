#include "model/finding.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

Finding finding(Place place, Level level = Level::error) {
  return {std::move(place), level, "name.unknown", {"梶原町は", "梶原町 is \"none\""}};
}

}  // namespace

TEST_CASE("a line names file and row and column and level and code") {
  CHECK(to_line(finding({"raw/x.csv", 38, 2}), Language::en) ==
        "raw/x.csv:38:2: error name.unknown 梶原町 is \"none\"");
}

TEST_CASE("a place without row and column is the file alone") {
  CHECK(to_line(finding({"raw/x.csv", 0, 0}, Level::note), Language::ja) ==
        "raw/x.csv: note name.unknown 梶原町は");
}

TEST_CASE("a JSON line escapes the message") {
  CHECK(to_json_line(finding({"x", 1, 2}, Level::warning), Language::en) ==
        R"({"file":"x","row":1,"column":2,"level":"warning","code":"name.unknown",)"
        R"("message":"梶原町 is \"none\""})");
}

TEST_CASE("only errors block") {
  CHECK_FALSE(blocks({finding({}, Level::warning), finding({}, Level::note)}));
  CHECK(blocks({finding({}, Level::note), finding({})}));
}

TEST_CASE("findings sort by file then row then column") {
  Findings findings = {finding({"b", 1, 1}), finding({"a", 10, 1}), finding({"a", 2, 9})};
  sort_by_place(findings);
  CHECK(findings[0].place == Place{"a", 2, 9});
  CHECK(findings[1].place == Place{"a", 10, 1});
  CHECK(findings[2].place.file == "b");
}

TEST_CASE("a line break in a cell does not break the line of its finding") {
  Finding broken = finding({"raw/x.csv", 1, 2});
  broken.message.en = "no column 事業所\n件数\x1b[31m";
  CHECK(to_line(broken, Language::en) ==
        "raw/x.csv:1:2: error name.unknown no column 事業所 件数 [31m");
}

TEST_CASE("what two indicators say about one cell is kept once") {
  Finding other = finding({"a", 1, 1});
  other.message.ja = "別の指摘";
  Findings findings = {finding({"a", 1, 1}), other, finding({"a", 1, 1})};
  sort_by_place(findings);
  CHECK(findings.size() == 2);
}
