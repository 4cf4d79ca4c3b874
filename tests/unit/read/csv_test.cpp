#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "read/csv_table.h"
#include "table_cells.h"

using namespace yokoten;
using namespace std::string_literals;

namespace {

/// What came of reading some bytes.
struct Result {
  Findings findings;
  std::optional<Table> table;

  explicit Result(std::string_view bytes, const TableLimits& limits = {})
      : table(read_csv(bytes, "raw/a.csv", findings, limits)) {}

  std::string cells() const { return cells_of(table); }

  std::string only() const {
    return findings.size() == 1 ? to_line(findings[0], Language::en)
                                : std::to_string(findings.size()) + " findings";
  }

  std::string place() const { return only().substr(0, only().find(' ')); }
};

}  // namespace

TEST_CASE("a byte order mark is no part of the first heading") {
  const Result result("\xef\xbb\xbfx,y\n1,2\n");
  REQUIRE(result.table);
  CHECK(result.table->header()[0] == "x");
}

TEST_CASE("lines may end with LF or CRLF or CR or with the file") {
  for (const char* bytes : {"x,y\n1,2\n3,4\n", "x,y\r\n1,2\r\n3,4\r\n", "x,y\r1,2\r3,4\r",
                            "x,y\n1,2\n3,4", "x,y\r\n1,2\r\n3,4"})
    CHECK(Result(bytes).cells() == "2:[1][2]3:[3][4]");
}

TEST_CASE("quoted cells hold commas and doubled quotes and line breaks") {
  CHECK(Result("x,y\n\"a,\"\"b\"\"\",\"c\nd\"\n5,6\n").cells() == "2:[a,\"b\"][c\nd]3:[5][6]");
}

TEST_CASE("a line break inside quotes keeps its CRLF") {
  CHECK(Result("x\r\n\"c\r\nd\"\r\ne\r\n").cells() == "2:[c\r\nd]3:[e]");
}

TEST_CASE("blank lines are skipped but counted") {
  CHECK(Result("x,y\n\n1,2\n\n\n3,4\n\n").cells() == "3:[1][2]6:[3][4]");
  CHECK(Result("x,y\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n").cells() == "3:[1][2]6:[3][4]");
  CHECK(Result("x,y\r\r1,2\r").cells() == "3:[1][2]");
}

TEST_CASE("rows of empty cells are skipped but counted") {
  CHECK(Result("x,y\n,\n1,2\n,,,\n").cells() == "3:[1][2]");
}

TEST_CASE("blanks around unquoted cells are left out and those inside quotes stay") {
  CHECK(Result("x,y\n  1 , 2\n\" 1 \",2\n").cells() == "2:[1][2]3:[ 1 ][2]");
}

TEST_CASE("a row with too many cells is reported at the first one too many") {
  const Result result("x,y\n1,2,3\n");
  CHECK_FALSE(result.table);
  CHECK(result.only() == "raw/a.csv:2:3: error table.width 3 cells, but 2 headings");
}

TEST_CASE("a row with too few cells is reported at the first one missing") {
  CHECK(Result("x,y\n\n1\n").only() == "raw/a.csv:3:2: error table.width 1 cells, but 2 headings");
}

TEST_CASE("many rows of wrong width are summed up") {
  std::string bytes = "x,y\n";
  for (int row = 0; row < 100; ++row) bytes += "1\n";
  const Result result(bytes);
  REQUIRE(result.findings.size() == 21);
  CHECK(to_line(result.findings.back(), Language::en) ==
        "raw/a.csv: error table.width 80 more rows do not have as many cells as headings");
}

TEST_CASE("an empty heading is an error") { CHECK(Result("x,,y\n").place() == "raw/a.csv:1:2:"); }

TEST_CASE("headings that differ by the blanks around them alone are one that stands twice") {
  CHECK(Result("x,y, x\n").place() == "raw/a.csv:1:3:");
}

TEST_CASE("a heading that stands twice is an error") {
  CHECK(Result("x,y,x\n").only() ==
        "raw/a.csv:1:3: error table.heading heading x stands in column 1 too; "
        "give them different headings, or leave one out by range");
}

TEST_CASE("the headings must stand in the first row") {
  CHECK(Result("\nx,y\n1,2\n").place() == "raw/a.csv:1:1:");
}

TEST_CASE("a file without rows is an error and one with headings alone is an empty table") {
  CHECK(Result("").only() == "raw/a.csv: error table.empty the table is empty");
  const Result headings("x,y\n");
  REQUIRE(headings.table);
  CHECK(headings.table->rows() == 0);
}

TEST_CASE("a quote that is never closed is reported where it opens") {
  const Result result("x,y\n1,\"2\n3,4\n");
  CHECK(result.place() == "raw/a.csv:2:2:");
  CHECK(result.findings[0].code == "table.quote");
}

TEST_CASE("a quote inside an unquoted cell is an error") {
  CHECK(Result("x,y\n1,a\"b\n").place() == "raw/a.csv:2:2:");
}

TEST_CASE("text after a closing quote is an error") {
  CHECK(Result("x,y\n\"1\"z,2\n").place() == "raw/a.csv:2:1:");
}

TEST_CASE("a byte that is no UTF-8 is reported with its row and cell") {
  const Result result("x,y\n1,2\n3,\"a\nb\xff\"\n");
  CHECK_FALSE(result.table);
  CHECK(result.only() == "raw/a.csv:3:2: error table.encoding there are bytes that are not UTF-8");
}

TEST_CASE("a NUL is reported with its row and cell") {
  CHECK(Result("x,yy\n1,2\na\0b,4\n"s).only() ==
        "raw/a.csv:3:1: error table.encoding the cell holds a NUL character");
}

TEST_CASE("a file above its limit is refused") {
  CHECK(Result("x,y\n1,2\n", {.bytes = 7}).only() ==
        "raw/a.csv: error table.limit the file has more than 7 bytes");
  CHECK(Result("x,y\n1,2\n", {.bytes = 8}).table.has_value());
}

TEST_CASE("a cell above its limit is refused with its place") {
  CHECK(Result("x,y\n1,22222\n", {.cell = 4}).only() ==
        "raw/a.csv:2:2: error table.limit the cell has more than 4 bytes");
  CHECK(Result("x,y\n1,2222\n", {.cell = 4}).table.has_value());
}

TEST_CASE("a cell without end is refused before the file is through") {
  const std::string bytes = "x,y\n1,\"" + std::string(1U << 20U, 'a');
  CHECK(Result(bytes, {.cell = 1000}).only() ==
        "raw/a.csv:2:2: error table.limit the cell has more than 1000 bytes");
}

TEST_CASE("columns above their limit are refused") {
  CHECK(Result("x,y,z\n", {.columns = 2}).only() ==
        "raw/a.csv:1:3: error table.limit more than 2 columns");
}

TEST_CASE("rows above their limit are refused") {
  CHECK(Result("x\n1\n2\n3\n", {.rows = 3}).only() ==
        "raw/a.csv:4:1: error table.limit more than 3 rows");
  CHECK(Result("x\n1\n2\n", {.rows = 3}).table.has_value());
}

TEST_CASE("cells that are separated by something else are an error that says so") {
  CHECK(Result("県\t件数\n鳥取県\t3\n").only() ==
        "raw/a.csv:1:1: error table.separator the cells seem to be separated by tabs; say that "
        "the format is tsv");
  CHECK(Result("県;件数\n鳥取県;3\n").only().find("by semicolons") != std::string::npos);
  CHECK(Result("備考;理由,件数\na,3\n").table);
}

TEST_CASE("a row of blanks is no row") {
  CHECK(Result("x,y\n1,2\n\u3000,\n3,4\n").cells() == "2:[1][2]4:[3][4]");
}

TEST_CASE("what is plainly no table of text is named") {
  CHECK(Result("<!DOCTYPE html>\n<html></html>\n").only() ==
        "raw/a.csv: error table.content this is a web page (perhaps a login or a notice), no "
        "table; fetch the table's file");
  CHECK(Result("PK\3\4aa[Content_Types].xml").only().find("spreadsheet") != std::string::npos);
  CHECK(Result("PK\3\4aaaa").only().find("ZIP") != std::string::npos);
  CHECK(Result("\xD0\xCF\x11\xE0\xA1\xB1").only().find("old .xls") != std::string::npos);
}

TEST_CASE("ISO-2022-JP is named") {
  CHECK(Result("\x1B$BETF;\x1B(B,1\n").only().find("ISO-2022-JP") != std::string::npos);
}
