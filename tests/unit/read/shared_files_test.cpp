#include <doctest/doctest.h>

#include "read/source_list.h"
#include "small_publication.h"

using namespace yokoten;

namespace {

const std::string by_hand = "url = \"file:raw/a.csv\"\nsha256 = \"" + std::string(64, '0') + "\"\n";
const std::string from_web = "url = \"https://example.jp/a.csv\"\nfile = \"raw/a.csv\"\n";

// What is said of two sources, one and two, with these lines each.
std::string said_of_both(const std::string& one, const std::string& two) {
  const auto text = [](const std::string& id, const std::string& more) {
    return "[[source]]\nid = \"" + id +
           "\"\ntitle = \"t\"\npublisher = \"p\"\ndocument = \"d\"\nkind = \"records\"\n" + more;
  };
  Findings findings;
  read_sources(text("one", one) + text("two", two), "s.toml", findings);
  return lines(findings);
}

}  // namespace

TEST_CASE("sources may share a file that was put by hand") {
  CHECK(said_of_both(by_hand, by_hand) == "");
}

TEST_CASE("sources that ask alike may share the file that they pull") {
  CHECK(said_of_both(from_web, from_web) == "");
}

TEST_CASE("a file that was put by hand is not that of a pulled source too") {
  const std::string wanted =
      "error source.file raw/a.csv is the file of the source one too, and one of both is put there "
      "by hand (file:)";
  CHECK(said_of_both(by_hand, from_web).find(wanted) != std::string::npos);
  CHECK(said_of_both(from_web, by_hand).find(wanted) != std::string::npos);
}

TEST_CASE("two addresses do not lead to one file") {
  CHECK(said_of_both(from_web, "url = \"https://example.jp/b.csv\"\nfile = \"raw/a.csv\"\n") ==
        "s.toml:9:1: error source.file raw/a.csv is where the source one goes\n");
}

TEST_CASE("sources of one file say alike how it is to be taken") {
  CHECK(said_of_both(from_web, from_web + "expect = \"anything\"\nlimits = { tries = 1 }\n") ==
        "s.toml:9:1: error source.file raw/a.csv is taken once for the source one and this one; "
        "the first of them has to say the same of expect, limits, or this one nothing\n");
}

TEST_CASE("what is said at the first source of a file holds for those that say nothing") {
  CHECK(said_of_both(from_web + "expect = \"anything\"\nlimits = { tries = 1 }\n", from_web) == "");
}
