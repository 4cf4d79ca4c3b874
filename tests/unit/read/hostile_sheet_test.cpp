#include <doctest/doctest.h>

#include "refused_workbook.h"

using namespace yokoten;

namespace {

std::string ods_row(const std::string& attributes, const std::string& cell_attributes) {
  return "<table:table-row " + attributes +
         "><table:table-cell office:value-type=\"float\" office:value=\"1\" " + cell_attributes +
         "/></table:table-row>";
}

}  // namespace

TEST_CASE("rows and cells that go backward or come twice are refused") {
  CHECK(is_refused(with_rows(R"(<row r="2"/><row r="1"/>)"),
                   "raw/a.xlsx:1: error sheet.order sheet 表1: row 1 stands after row 2"));
  CHECK(is_refused(with_rows(R"(<row r="2"/><row r="2"/>)"), "raw/a.xlsx:2: error sheet.order"));
  CHECK(is_refused(with_rows(R"(<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>)"),
                   "raw/a.xlsx:1:1: error sheet.order sheet 表1: cell A1 comes twice or after B1"));
  CHECK(is_refused(with_rows(R"(<row><c r="A1"/><c r="A1"/></row>)"),
                   "raw/a.xlsx:1:1: error sheet.order"));
}

TEST_CASE("rows and cells whose number is no number or too large are refused") {
  for (const char* number : {"0", "-1", "", "1.5", "99999999999999999999", "２"})
    CHECK(is_refused(with_rows("<row r=\"" + std::string(number) + "\"/>"),
                     "raw/a.xlsx: error sheet.order"));
  for (const char* address :
       {"A0", "A", "1", "A2", "$A$1", "a1", "ZZZZ1", "A99999999999", "A-1", ""})
    CHECK(is_refused(with_rows("<row><c r=\"" + std::string(address) + "\"/></row>"),
                     "raw/a.xlsx:1: error sheet.order"));
}

TEST_CASE("rows and cells beyond the last ones are refused") {
  CHECK(is_refused(with_rows("<row r=\"1048577\"/>"),
                   "raw/a.xlsx:1048577: error table.limit sheet 表1: more than 1048576 rows"));
  CHECK(is_refused(with_rows("<row><c r=\"XFE1\"/></row>"),
                   "raw/a.xlsx:1:16385: error table.limit sheet 表1: more than 16384 columns"));
}

TEST_CASE("merges and columns outside the sheet are refused") {
  for (const char* ref : {"", "A1:", "B2:A1", "A1:XFE1", "A1:A1048577", "A1:B2:C3"}) {
    Xlsx xlsx;
    xlsx.after_data = "<mergeCells><mergeCell ref=\"" + std::string(ref) + "\"/></mergeCells>";
    CHECK(is_refused(read_of(xlsx), "raw/a.xlsx: error sheet.order"));
  }
  Xlsx xlsx;
  xlsx.before_data = R"(<cols><col min="1" max="99999" hidden="1"/></cols>)";
  CHECK(is_refused(read_of(xlsx), "raw/a.xlsx: error sheet.order"));
}

TEST_CASE("long texts are cut in messages") {
  const Reading reading = with_rows("<row><c><v>" + std::string(100'000, 'x') + "</v></c></row>");
  CHECK(reading.said() == "raw/a.xlsx:1:1: error cell.number sheet 表1: " + std::string(60, 'x') +
                              "… is no number\n");
}

TEST_CASE("a number format of a hundred thousand letters is read") {
  std::string code;
  while (code.size() < 90'000) code += "mh";
  Xlsx xlsx;
  xlsx.sheet_data = R"(<row><c s="0"><v>0.5</v></c></row>)";
  for (const std::string& letters : {std::string(90'000, 'm'), code}) {
    xlsx.styles = R"(<numFmts><numFmt numFmtId="180" formatCode=")" + letters +
                  R"("/></numFmts><cellXfs><xf numFmtId="180"/></cellXfs>)";
    CHECK(read_of(xlsx).workbook);
  }
}

TEST_CASE("a cell with more bytes than allowed is refused") {
  const WorkbookLimits limits{.cell = 4};
  CHECK(with_rows(R"(<row><c t="str"><v>abcd</v></c></row>)", limits).workbook);
  CHECK(is_refused(with_rows(R"(<row r="3"><c r="B3" t="str"><v>abcde</v></c></row>)", limits),
                   "raw/a.xlsx:3:2: error table.limit sheet 表1: the cell has more than 4 bytes"));
  CHECK(is_refused(with_rows(R"(<row><c t="inlineStr"><is><t>abcde</t></is></c></row>)", limits),
                   "raw/a.xlsx:1:1: error table.limit"));
  Xlsx xlsx;
  xlsx.strings = "<si><t>abcd</t></si><si><r><t>abc</t></r><r><t>de</t></r></si>";
  CHECK(is_refused(read_of(xlsx, limits),
                   "raw/a.xlsx: error table.limit shared string 2 has more than 4 bytes"));
}

TEST_CASE("more rows, columns and cells than allowed are refused") {
  const std::string rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>";
  CHECK(with_rows(rows, {.cells = 3, .columns = 2, .rows = 2, .all_rows = 2}).workbook);
  CHECK(is_refused(with_rows(rows, {.cells = 2}), "raw/a.xlsx:2:1: error table.limit"));
  CHECK(is_refused(with_rows(rows, {.columns = 1}), "raw/a.xlsx:1:2: error table.limit"));
  CHECK(is_refused(with_rows(rows, {.rows = 1}), "raw/a.xlsx:2: error table.limit"));
  CHECK(is_refused(with_rows(rows, {.all_rows = 1}), "raw/a.xlsx:2: error table.limit"));
}

TEST_CASE("a long text that many cells share or a merge spreads is refused") {
  Xlsx xlsx;
  xlsx.strings = "<si><t>0123456789</t></si>";
  xlsx.sheet_data = R"(<row><c t="s"><v>0</v></c></row><row/><row><c r="J3"><v>1</v></c></row>)";
  CHECK(read_of(xlsx, {.shown = 11}).workbook);
  xlsx.after_data = R"(<mergeCells><mergeCell ref="A1:J2"/></mergeCells>)";
  CHECK(is_refused(read_of(xlsx, {.shown = 100}), "raw/a.xlsx:1:1: error table.limit"));
}

TEST_CASE("ods rows and cells that repeat without end are refused where they hold something") {
  CHECK(is_refused(read_ods_rows(ods_row(R"(table:number-rows-repeated="1000000000")", "")),
                   "raw/a.ods: error table.limit sheet 表1: number-rows-repeated 1000000000"));
  CHECK(is_refused(read_ods_rows(ods_row(R"(table:number-rows-repeated="1048577")", "")),
                   "raw/a.ods:1: error table.limit"));
  CHECK(is_refused(read_ods_rows(ods_row("", R"(table:number-columns-repeated="16385")")),
                   "raw/a.ods:1:1: error table.limit"));
  CHECK(is_refused(read_ods_rows(ods_row(R"(table:number-rows-repeated="1048576")",
                                         R"(table:number-columns-repeated="16384")")),
                   "raw/a.ods:1:1: error table.limit sheet 表1: more than 100000000 cells"));
  CHECK(is_refused(read_ods_rows(ods_row(R"(table:number-rows-repeated="-1")", "")),
                   "raw/a.ods: error table.limit"));
}

TEST_CASE("a million equal ods rows are kept as one") {
  const Reading reading = read_ods_rows(ods_row(R"(table:number-rows-repeated="1048576")", ""));
  CHECK(reading.sheet().rows() == 1'048'576);
  CHECK(reading.sheet().cell(777'777, 1).text == "1");
  CHECK(reading.sheet().cell(1'048'577, 1).kind == CellKind::empty);
}

TEST_CASE("ods merges that do not fit the sheet or repeat too often are refused") {
  CHECK(is_refused(read_ods_rows(ods_row("", R"(table:number-rows-spanned="1048577")")),
                   "raw/a.ods:1:1: error sheet.order"));
  CHECK(
      is_refused(read_ods_rows(ods_row(
                     "", R"(table:number-columns-repeated="2" table:number-columns-spanned="2")")),
                 "raw/a.ods:1:1: error sheet.order"));
  CHECK(is_refused(read_ods_rows(ods_row(R"(table:number-rows-repeated="1048576")",
                                         R"(table:number-columns-spanned="2")")),
                   "raw/a.ods:"));
}

TEST_CASE("blanks that ods texts give by number are limited") {
  std::string cells;
  for (int at = 0; at < 40; ++at)
    cells +=
        R"(<table:table-cell office:value-type="string"><text:p><text:s text:c="1000000"/>x</text:p></table:table-cell>)";
  CHECK(is_refused(read_ods_rows("<table:table-row>" + cells + "</table:table-row>"),
                   "raw/a.ods:1:"));
  CHECK(is_refused(
      read_ods_rows(
          R"(<table:table-row><table:table-cell office:value-type="string"><text:p>)"
          R"(<text:s text:c="99999999999"/>x</text:p></table:table-cell></table:table-row>)"),
      "raw/a.ods:1:1: error table.limit"));
}

TEST_CASE("a table inside an ods cell is refused") {
  CHECK(is_refused(
      read_ods_rows(
          "<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>"),
      "raw/a.ods:1:1: error cell.kind"));
}
