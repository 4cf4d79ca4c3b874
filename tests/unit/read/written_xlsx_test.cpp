// Workbooks that libxlsxwriter writes, as many programs do.
#include <doctest/doctest.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdio>

#include "base/disk.h"
#include "workbook_files.h"
#include "written_workbook.h"

using namespace yokoten;

namespace {

lxw_format* format_of(lxw_workbook* book, const char* code) {
  lxw_format* format = workbook_add_format(book);
  format_set_num_format(format, code);
  return format;
}

}  // namespace

TEST_CASE("texts, numbers and truth values of libxlsxwriter are read as they were given") {
  const Reading reading = written([](lxw_workbook*, lxw_worksheet* sheet) {
    worksheet_write_string(sheet, 0, 0, "梼原町\n①㈱髙﨑 ", nullptr);
    worksheet_write_string(sheet, 0, 1, "a_b\t", nullptr);
    worksheet_write_number(sheet, 0, 2, 24.7, nullptr);
    worksheet_write_number(sheet, 0, 3, 123456789012.5, nullptr);
    worksheet_write_boolean(sheet, 0, 4, 1, nullptr);
    worksheet_write_blank(sheet, 0, 5, nullptr);
  });
  CHECK(reading.cells() == "A1=梼原町\n①㈱髙﨑  B1=a_b\t C1=24.7 D1=123456789012.5 E1=TRUE");
  CHECK(reading.said().empty());
}

TEST_CASE("rich texts of libxlsxwriter join their runs") {
  const Reading reading = written([](lxw_workbook* book, lxw_worksheet* sheet) {
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    std::string plain = "申請 ", strong = "件数";
    lxw_rich_string_tuple first{nullptr, plain.data()}, second{bold, strong.data()};
    lxw_rich_string_tuple* runs[] = {&first, &second, nullptr};
    worksheet_write_rich_string(sheet, 1, 1, runs, nullptr);
  });
  CHECK(reading.cells() == "B2=申請 件数");
}

TEST_CASE("dates of libxlsxwriter follow their formats") {
  const Reading reading = written([](lxw_workbook* book, lxw_worksheet* sheet) {
    lxw_datetime moment{2024, 9, 13, 10, 30, 0};
    worksheet_write_datetime(sheet, 0, 0, &moment, format_of(book, "yyyy/m/d h:mm"));
    worksheet_write_number(sheet, 0, 1, 45860, format_of(book, "[$-411]ggge\"年\"m\"月\"d\"日\""));
    worksheet_write_number(sheet, 0, 2, 0.5, format_of(book, "h:mm"));
    worksheet_write_number(sheet, 0, 3, 45860, format_of(book, "#,##0\"日\""));
    worksheet_write_number(sheet, 0, 4, 0.247, format_of(book, "0.0%"));
  });
  CHECK(reading.cells() == "A1=2024-09-13T10:30:00 B1=2025-07-22 C1=12:00:00 D1=45860 E1=0.247");
  CHECK(reading.sheet().cell(1, 5).percent);
}

TEST_CASE("merges, hidden rows and columns and sheets of libxlsxwriter are found") {
  const Reading reading = written([](lxw_workbook* book, lxw_worksheet* sheet) {
    worksheet_merge_range(sheet, 0, 0, 0, 2, "合計", nullptr);
    worksheet_write_number(sheet, 1, 0, 1, nullptr);
    lxw_row_col_options hidden{};
    hidden.hidden = 1;
    worksheet_set_row_opt(sheet, 1, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
    worksheet_set_column_opt(sheet, 2, 3, LXW_DEF_COL_WIDTH, nullptr, &hidden);
    worksheet_write_number(sheet, 2, 2, 3, nullptr);
    worksheet_hide(workbook_add_worksheet(book, "隠"));
  });
  CHECK(reading.cells() == "A1=合計 B1=合計 C1=合計 A2=1 C3=3");
  CHECK(reading.sheet().hidden_rows() == std::vector<CellSpan>{{2, 2}});
  CHECK(reading.sheet().hidden_columns() == std::vector<CellSpan>{{3, 4}});
  CHECK(reading.sheet(1).visibility() == Visibility::hidden);
}

TEST_CASE("formulas of libxlsxwriter, which computes none, are reported as out of date") {
  const Reading reading = written([](lxw_workbook*, lxw_worksheet* sheet) {
    worksheet_write_formula(sheet, 0, 0, "=1+1", nullptr);
    worksheet_write_formula_num(sheet, 0, 1, "=1+2", nullptr, 3);
  });
  CHECK(reading.cells() == "A1=0 B1=3");
  CHECK(reading.said() ==
        "raw/a.xlsx: warning sheet.stale sheet 実績: results of formulas may be out of date; open "
        "the file in a spreadsheet "
        "program and save it anew; formulas: 2\n");
}

TEST_CASE("a sheet of libxlsxwriter with inline texts reads like one with shared texts") {
  const std::string path = "/tmp/yokoten-inline-" + std::to_string(getpid()) + ".xlsx";
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  worksheet_write_string(sheet, 0, 0, "高知県", nullptr);
  worksheet_write_string(sheet, 70'000, 25, " x", nullptr);
  REQUIRE(workbook_close(book) == LXW_NO_ERROR);
  const Reading reading = read_xlsx_bytes(RealDisk().read(path).value_or(""));
  std::remove(path.c_str());
  CHECK(reading.cells() == "A1=高知県 Z70001= x");
  CHECK(reading.sheet().cell(1, 1).inline_text);
}
