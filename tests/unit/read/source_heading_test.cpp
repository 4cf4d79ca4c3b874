#include "unit/read/read_source.h"

using namespace yokoten;

namespace {

const std::string kHead =
    "[[source]]\nid = \"a\"\ntitle = \"t\"\npublisher = \"p\"\ndocument = \"d\"\n"
    "url = \"file:raw/a.csv\"\nsha256 = "
    "\"0000000000000000000000000000000000000000000000000000000000000000\"\n";
const std::string kFigures = "area = \"県\"\ncolumns = { users = \"利用者\" }\n";

std::string empty_in(const std::string& lines) { return ReadSource(kHead, lines).only(); }

}  // namespace

TEST_CASE("an empty area is an error at the key") {
  CHECK(empty_in("columns = { users = \"利用者\" }\narea = \"\"\n") ==
        "sources.toml:9:8: error source.heading area is empty; write the heading of the column of "
        "areas, or a code of six digits");
}

TEST_CASE("a list with an empty area is an error") {
  CHECK(empty_in("kind = \"list\"\narea = \"\"\n").find("area is empty") != std::string::npos);
}

TEST_CASE("an area of two columns names both") {
  CHECK(empty_in("columns = { users = \"利用者\" }\n"
                 "area = { prefecture = \"\", municipality = \"市町村\" }\n")
            .find("prefecture is empty") != std::string::npos);
}

TEST_CASE("an empty period is an error at the key") {
  CHECK(empty_in(kFigures + "period = \"\"\n") ==
        "sources.toml:10:10: error source.heading period is empty; write a period (2024-09-13, "
        "2024FY), or the heading of a column of periods");
}

TEST_CASE("headings that are empty are named by their keys") {
  for (const std::string key : {"office", "rank"}) {
    CAPTURE(key);
    CHECK(empty_in(kFigures + key + " = \"\"\n").find(key + " is empty") != std::string::npos);
  }
  CHECK(empty_in("area = \"県\"\ncolumns = { users = \"\" }\n").find("users is empty") !=
        std::string::npos);
  CHECK(empty_in(kFigures + "only = { \"\" = \"x\" }\n").find("heading is empty") !=
        std::string::npos);
}

TEST_CASE("a column of effect reports is named by its heading") {
  const std::string report = "kind = \"effect-reports\"\narea = \"市町村\"\n[source.report]\n";
  CHECK(empty_in(report + "office = \"番号\"\nprogramme = \"事業\"\nyear = 2025\n"
                          "overtime = { before = \"\", after = \"後\" }\n")
            .find("before is empty") != std::string::npos);
  CHECK(empty_in(report + "office = \"\"\nprogramme = \"事業\"\nyear = 2025\n"
                          "overtime = { before = \"前\", after = \"後\" }\n")
            .find("office is empty") != std::string::npos);
}

TEST_CASE("unpivot moves one column at least") {
  CHECK(empty_in("area = \"県\"\n[[source.unpivot]]\ninto = \"breakdown:part\"\n"
                 "measure = \"users\"\ncolumns = []\n") ==
        "sources.toml:12:11: error source.unpivot columns is empty; write the heading of one "
        "column at least");
}

TEST_CASE("blanks around the headings that a source names don't count") {
  const ReadSource read(
      kHead,
      "area = { prefecture = \" 県\", municipality = \"　市町村\" }\nperiod = \"年 \"\n"
      "rank = \" 順位\"\nonly = { \"種別 \" = \"x\" }\n"
      "columns = { users = \" 利用者\" }\nbreakdown = { sex = \"性別 \" }\n"
      "[[source.unpivot]]\ninto = \"breakdown:part\"\nmeasure = \"cases\"\n"
      "columns = { \" 甲\" = \"a\" }\n");
  const Source& source = read.source().source;
  CHECK(read.findings.empty());
  CHECK(source.prefecture_column == "県");
  CHECK(source.area_column == "市町村");
  CHECK(source.period_column == "年");
  CHECK(source.rank_column == "順位");
  CHECK(source.only[0].column == "種別");
  CHECK(source.measures[0].second == "利用者");
  CHECK(source.breakdown[0].second == "性別");
  CHECK(source.unpivots[0].columns[0].first == "甲");
}
