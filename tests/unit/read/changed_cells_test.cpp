#include <doctest/doctest.h>

#include <string>

#include "read/changed_cells.h"
#include "read/csv_table.h"

using namespace yokoten;

namespace {

const std::string kFile = "市,件数,備考\n鳥取市,1,\n米子市,2,ない\n境港市,3,\n";

/// A publication with one source, read from a file.
struct OneTable {
  Publication publication;

  explicit OneTable(const std::string& text = kFile) {
    Findings told;
    auto table = read_csv(text, "raw/desks.csv", told);
    REQUIRE(table);
    publication.tables.push_back(*table);
    Source& source = publication.sources.emplace_back();
    source.id = "desks";
    source.file = "raw/desks.csv";
  }

  const Source& source() const { return publication.sources.front(); }
  bool is_plain(int lines) const {
    return has_a_row_a_line(source(), publication.tables.front(), lines);
  }
  auto told(int first, int count, const std::string& text) const {
    return changed_cells(publication, 0, "市,件数,備考\n", {first, count, text});
  }
};

}  // namespace

TEST_CASE("cells that say something else are told with their row, column and text") {
  const auto cells = OneTable().told(2, 2, "鳥取市,10,\n米子市,2,ある\n");
  REQUIRE(cells);
  REQUIRE(cells->size() == 2);
  CHECK(cells->front().row == 0);
  CHECK(cells->front().column == 1);
  CHECK(cells->front().text == "10");
  CHECK(cells->back().row == 1);
  CHECK(cells->back().text == "ある");
}

TEST_CASE("the line of the headings may be among them as long as it is the same") {
  const auto cells = OneTable().told(1, 2, "市,件数,備考\n鳥取市,1,新\n");
  REQUIRE(cells);
  CHECK(cells->size() == 1);
  CHECK_FALSE(OneTable().told(1, 2, "市,数,備考\n鳥取市,1,新\n"));
  const auto none = OneTable().told(1, 1, "市, 件数,備考\n");
  REQUIRE(none);
  CHECK(none->empty());
}

TEST_CASE("lines that are no rows, or of which there is something to tell, are not compared") {
  for (const std::string text :
       {"鳥取市,10\n", "\n", "鳥取市,\"1\n", "鳥取市,1,,\n", "鳥\xff,1,\n"}) {
    CAPTURE(text);
    CHECK_FALSE(OneTable().told(2, 1, text));
  }
  CHECK_FALSE(OneTable().told(2, 2, "鳥取市,10,\"\n\"\n"));
}

TEST_CASE("a cell with a correction is compared with what the file printed") {
  OneTable table;
  Correction& correction = table.publication.corrections.emplace_back();
  correction.source = "desks";
  correction.row = 3;
  correction.column = "件数";
  correction.printed = "2";
  table.publication.tables.front().replace(1, 1, "20");
  const auto cells = table.told(2, 2, "鳥取市,10,\n米子市,2,ない\n");
  REQUIRE(cells);
  CHECK(cells->size() == 1);
  CHECK_FALSE(table.told(2, 2, "鳥取市,1,\n米子市,3,ない\n"));
  CHECK_FALSE(table.told(2, 2, "鳥取市,1,\n米子市,20,ない\n"));
}

TEST_CASE("a table can be compared line by line where each line is a row of it") {
  CHECK(OneTable().is_plain(4));
  CHECK_FALSE(OneTable().is_plain(5));
  CHECK_FALSE(OneTable("市,件数,備考\n鳥取市,1,\n\n米子市,2,\n").is_plain(4));
  CHECK_FALSE(OneTable("市,件数,備考\n鳥取市,1,\"a\nb\"\n米子市,2,\n").is_plain(4));
  OneTable part;
  part.publication.sources.front().only.push_back({"市", {"鳥取市"}});
  CHECK_FALSE(part.is_plain(4));
  OneTable other;
  other.publication.sources.front().reads_all = false;
  CHECK_FALSE(other.is_plain(4));
}
