#include "unit/read/read_source.h"

using namespace yokoten;

namespace {

const std::string kRuledSource =
    "[[source]]\nid = \"a\"\ntitle = \"t\"\npublisher = \"p\"\ndocument = \"d\"\n"
    "url = \"file:raw/a.csv\"\nsha256 = "
    "\"0000000000000000000000000000000000000000000000000000000000000000\"\narea = \"県\"\n"
    "columns = { users = \"利用者\", offices = \"事業所\" }\n";

struct ReadSourceRules : ReadSource {
  explicit ReadSourceRules(const std::string& lines) : ReadSource(kRuledSource, lines) {}
};

}  // namespace

TEST_CASE("a source says which of its counts are hidden") {
  const ReadSourceRules read(
      "[source.disclosure]\ncells = 10\nhides_zero = true\nmeasures = [\"users\"]\n"
      "units = \"offices\"\nfewest_units = 3\ncumulative = true\n");
  CHECK(read.only() == "0 findings");
  REQUIRE(read.sources.at(0).source.disclosure);
  const DisclosureRule& rule = *read.sources.at(0).source.disclosure;
  CHECK(rule.cells == 10);
  CHECK(rule.hides_zero);
  CHECK(rule.cumulative);
  CHECK(rule.measures == std::vector<std::string>{"users"});
  CHECK(rule.units == "offices");
  CHECK(rule.fewest_units == 3);
}

TEST_CASE("a rule for a measure that the source lacks names the nearest") {
  CHECK(ReadSourceRules("[source.disclosure]\ncells = 10\nmeasures = [\"user\"]\n").only() ==
        "sources.toml:12:12: error source.measure the source has no measure user; did you mean "
        "users?");
}

TEST_CASE("a rule that hides nothing is an error") {
  CHECK(ReadSourceRules("[source.disclosure]\nhides_zero = true\n")
            .only()
            .find("nothing would be hidden") != std::string::npos);
}

TEST_CASE("units go with the fewest of them") {
  CHECK(ReadSourceRules("[source.disclosure]\ncells = 10\nunits = \"offices\"\n")
            .only()
            .find("go together") != std::string::npos);
}

TEST_CASE("a source says how heavy single checks are") {
  const ReadSourceRules read(
      "[source.check]\n\"series.jump\" = \"off\"\n"
      "\"rate.differs\" = { level = \"note\", reason = \"切り捨て\" }\n");
  CHECK(read.only() == "0 findings");
  const auto& levels = read.sources.at(0).source.check_levels;
  REQUIRE(levels.size() == 2);
  CHECK(levels[0].code == "series.jump");
  CHECK(levels[0].level == "off");
  CHECK(levels[1].level == "note");
  CHECK(levels[1].reason == "切り捨て");
}

TEST_CASE("a level that is none is an error where it stands") {
  CHECK(ReadSourceRules("[source.check]\n\"series.jump\" = \"of\"\n")
            .only()
            .starts_with("sources.toml:11:17: error "));
}
