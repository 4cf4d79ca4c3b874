#include "read_source.h"

using namespace yokoten;

namespace {

const std::string group_head =
    "[[source]]\nid = \"a\"\ntitle = \"t\"\npublisher = \"p\"\ndocument = \"d\"\nsha256 = \"" +
    std::string(64, '0') + "\"\nurl = \"file:raw/a.csv\"\narea = \"area\"\nperiod = 2024-09-13\n";
const std::string offices_column = "[source.columns]\noffices = \"offices\"\n";

}  // namespace

TEST_CASE("group names the columns by which rows become one") {
  const ReadSource read(group_head,
                        offices_column + "[source.group]\nby = [\"area\"]\nsum = [\"offices\"]\n");
  CHECK(read.findings.empty());
  REQUIRE(read.source().source.group);
  CHECK(read.source().source.group->by == std::vector<std::string>{"area"});
  CHECK(read.source().source.group->sum == std::vector<std::string>{"offices"});
  CHECK(read.source().source.group->count.empty());
  CHECK_FALSE(read.source().source.reads_all);
}

TEST_CASE("with group only names columns of the file") {
  const ReadSource read(group_head, "only = { month = \"2024-09\" }\n" + offices_column +
                                        "[source.group]\nby = [\"area\"]\ncount = \"offices\"\n");
  REQUIRE(read.source().file_headings.size() == 2);
  CHECK(read.source().file_headings[1].first == "month");
  for (const auto& [heading, place] : read.source().headings) CHECK(heading != "month");
}

TEST_CASE("group needs something to add up") {
  CHECK(ReadSource(group_head, offices_column + "[source.group]\nby = [\"area\"]\n").only() ==
        "sources.toml:12:1: error source.group group needs sum or count");
}

TEST_CASE("a heading stands once in group") {
  CHECK(
      ReadSource(group_head, offices_column + "[source.group]\nby = [\"area\"]\ncount = \"area\"\n")
          .only() == "sources.toml:14:9: error source.group area stands twice in group");
}

TEST_CASE("group is for figures") {
  CHECK(ReadSource(group_head, "kind = \"records\"\n[source.group]\nby = [\"a\"]\ncount = \"n\"\n")
            .only() ==
        "sources.toml:11:1: error source.group only a source of kind figures has group");
}

TEST_CASE("group reads no spreadsheets") {
  CHECK(ReadSource(group_head, "format = \"xlsx\"\n" + offices_column +
                                   "[source.group]\nby = [\"area\"]\ncount = \"n\"\n")
            .only() == "sources.toml:13:1: error source.group group reads csv and tsv only");
}

TEST_CASE("notes get lost in a sum") {
  CHECK(ReadSource(group_head, offices_column + "[source.group]\nby = [\"area\"]\ncount = \"n\"\n"
                                                "[source.notes]\n\"x\" = { flag = \"revised\" }\n")
            .only() ==
        "sources.toml:12:1: error source.group group can't stand beside notes: what "
        "is added up keeps none");
}

TEST_CASE("only a source of figures that is pulled is optional") {
  CHECK(ReadSource(group_head, "optional = true\n" + offices_column).only() ==
        "sources.toml:10:12: error source.optional only a source of kind figures that is pulled "
        "(whose url isn't file:) is optional");
}
