// Comments on cells: told once, at the first one.
#include <doctest/doctest.h>
#include <xlsxwriter.h>

#include <string>

#include "workbook_files.h"
#include "written_workbook.h"

using namespace yokoten;

TEST_CASE("comments on cells are told once, at the first of them") {
  const Reading reading = written([](lxw_workbook*, lxw_worksheet* sheet) {
    worksheet_write_number(sheet, 0, 0, 1, nullptr);
    worksheet_write_comment(sheet, 2, 1, "速報値");
    worksheet_write_comment(sheet, 4, 3, "要確認");
  });
  CHECK(reading.cells() == "A1=1");
  CHECK(reading.said().starts_with(
      "raw/a.xlsx:3:2: warning sheet.comment sheet 実績: cells have comments, "));
  CHECK(reading.sheet().findings().size() == 1);
}

TEST_CASE("annotations of an ods file are comments, and no text of their cell") {
  const Reading reading = read_ods_rows(
      "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\">"
      "<text:p>a</text:p><office:annotation><text:p>速報値</text:p></office:annotation>"
      "</table:table-cell></table:table-row>");
  CHECK(reading.cells() == "B1=a");
  CHECK(reading.said().find(":1:2: warning sheet.comment") != std::string::npos);
}
