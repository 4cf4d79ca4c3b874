#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Coverage : Checking {
  Source& counts(std::initializer_list<Cells> rows) {
    Source& made = source("counts", {"都道府県", "件数"}, rows);
    made.measures = {{"cases", "件数"}};
    return made;
  }

  void match(AreaMatch how) {
    measure();
    RowReading first = measured.rows[0][0];
    first.match = how;
    measured.rows[0].set(0, first);
    check(publication, areas, measured, findings);
  }
};

}  // namespace

TEST_CASE_FIXTURE(Coverage, "a table that lacks prefectures is a warning that names them") {
  counts({{"鳥取県", "3"}});
  run();
  CHECK(finding("area.missing").level == Level::warning);
  CHECK(finding("area.missing").place == Place{"raw/counts.csv", 1, 1});
  CHECK(finding("area.missing").message.en.find("no row for 島根県 (1 of 2 prefectures)") == 0);
}

TEST_CASE_FIXTURE(Coverage, "at most five prefectures that lack are named") {
  for (int each = 1; each <= 7; ++each)
    add_area(areas, "90000" + std::to_string(each), "県" + std::to_string(each), Areas::nation);
  counts({{"鳥取県", "3"}, {"島根県", "3"}});
  run();
  CHECK(finding("area.missing")
            .message.en.find("no row for 県1, 県2, 県3, 県4, 県5 … (7 of 9 prefectures)") !=
        std::string::npos);
}

TEST_CASE_FIXTURE(Coverage, "a complete source may leave prefectures out") {
  counts({{"鳥取県", "3"}}).complete = true;
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Coverage, "a table with all prefectures lacks none") {
  counts({{"鳥取県", "3"}, {"島根県", "4"}});
  run();
  CHECK(findings.empty());
}

TEST_CASE_FIXTURE(Coverage, "records need not hold all prefectures") {
  counts({{"鳥取県", "3"}}).kind = SourceKind::records;
  run();
  CHECK(said("area.missing") == 0);
}

TEST_CASE_FIXTURE(Coverage, "another spelling is noted at its cell with the official name") {
  cities("spelt", {"市区町村"}, {{"鳥取県米子市"}});
  match(AreaMatch::variant);
  CHECK(finding("name.variant").level == Level::note);
  CHECK(finding("name.variant").place == Place{"raw/spelt.csv", 2, 1});
  CHECK(finding("name.variant").message.en.find("米子市 (312029)") != std::string::npos);
}

TEST_CASE_FIXTURE(Coverage, "a county in front is noted at its cell") {
  cities("spelt", {"市区町村"}, {{"鳥取県米子市"}});
  match(AreaMatch::county);
  CHECK(finding("name.county").place == Place{"raw/spelt.csv", 2, 1});
}

TEST_CASE_FIXTURE(Coverage, "a name of before a change is noted at its cell") {
  cities("spelt", {"市区町村"}, {{"鳥取県米子市"}});
  match(AreaMatch::former);
  CHECK(finding("name.former").level == Level::note);
  CHECK(finding("name.former").place == Place{"raw/spelt.csv", 2, 1});
}

TEST_CASE_FIXTURE(Coverage, "an official name needs no note") {
  cities("spelt", {"市区町村"}, {{"鳥取県米子市"}});
  match(AreaMatch::exact);
  CHECK(findings.empty());
}

TEST_CASE_FIXTURE(Coverage, "a union is noted as no municipality") {
  Area joined;
  joined.name = "中海広域連合";
  joined.parent = area("310000");
  joined.level = AreaLevel::municipal_union;
  areas.add(joined);
  cities("spelt", {"市区町村"}, {{"鳥取県中海広域連合"}});
  run();
  CHECK(finding("name.union").place == Place{"raw/spelt.csv", 2, 1});
}

TEST_CASE_FIXTURE(Coverage, "a correction is noted at the cell that it mends") {
  counts({{"鳥取県", "3"}, {"島根県", "4"}});
  Correction correction;
  correction.source = "counts";
  correction.column = "件数";
  correction.row = 3;
  correction.printed = "8";
  correction.corrected = "4";
  correction.reason = "誤記";
  publication.corrections = {correction};
  run();
  CHECK(finding("correction.applied").place == Place{"raw/counts.csv", 3, 2});
  CHECK(finding("correction.applied").message.ja == "印字の「8」を「4」と読み替えました: 誤記");
}

TEST_CASE_FIXTURE(Coverage, "a printed value that was confirmed is not said to be read as itself") {
  counts({{"鳥取県", "3"}, {"島根県", "4"}});
  Correction confirmed;
  confirmed.source = "counts";
  confirmed.column = "件数";
  confirmed.row = 3;
  confirmed.printed = confirmed.corrected = "4";
  confirmed.reason = "電話で確かめた";
  publication.corrections = {confirmed};
  run();
  CHECK(finding("correction.applied").message.ja ==
        "印字の「4」は、このとおり正しいと確かめられています: 電話で確かめた");
}
