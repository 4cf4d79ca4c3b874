#include <doctest/doctest.h>

#include "read/sheet_table.h"
#include "read/table_file.h"
#include "table_cells.h"
#include "workbook_files.h"

using namespace yokoten;

namespace {

std::string text_cell(const std::string& text) {
  return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

struct ReadSheetTable {
  Findings findings;
  std::optional<Table> table;

  explicit ReadSheetTable(const Parts& parts, const TableForm& form = {},
                          const std::string& file = "a.xlsx")
      : table(read_table(zip_of(parts), file, findings, form)) {}

  std::string cells() const { return cells_of(table); }

  std::string said() const {
    std::string lines;
    for (const Finding& finding : findings) lines += to_line(finding, Language::en) + '\n';
    return lines;
  }
};

Xlsx workbook_with(const std::string& rows) {
  Xlsx xlsx;
  xlsx.sheet_data = rows;
  return xlsx;
}

const std::string kHeadings = "<row r=\"1\">" + text_cell("県") + text_cell("件数") + "</row>";

Xlsx with_two_sheets(const std::string& state) {
  Xlsx xlsx = workbook_with(kHeadings);
  xlsx.workbook = R"(<sheets><sheet name="集計" sheetId="1" r:id="rId1"/><sheet name="元" )" +
                  state + R"( sheetId="2" r:id="rId2"/></sheets>)";
  xlsx.more_links = "<Relationship Id=\"rId2\" Type=\"" + link_space +
                    "/worksheet\" Target=\"worksheets/second.xml\"/>";
  xlsx.more_parts = {
      {"book/worksheets/second.xml", Xlsx::sheet("", "<row>" + text_cell("市") + "</row>", "")}};
  return xlsx;
}

}  // namespace

TEST_CASE("a sheet below titles is a table whose places name it") {
  TableForm form;
  form.header = {3};
  const ReadSheetTable read(
      workbook_with("<row r=\"1\">" + text_cell("表題") + "</row><row r=\"3\">" + text_cell("県") +
                    text_cell("件数") + "</row><row r=\"4\">" + text_cell("鳥取県") +
                    "<c><v>1234</v></c></row>")
          .parts(),
      form);
  CHECK(read.cells() == "4:[鳥取県][1234]");
  CHECK(read.table->place(0, 1) == Place{"a.xlsx#表1", 4, 2});
}

TEST_CASE("short rows of a sheet are filled and empty cells behind the headings are none") {
  CHECK(ReadSheetTable(workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") +
                                     "</row><row r=\"3\">" + text_cell("島根県") +
                                     "<c><v>2</v></c><c t=\"inlineStr\"><is><t></t></is></c>" +
                                     "</row>")
                           .parts())
            .cells() == "2:[鳥取県][]3:[島根県][2]");
}

TEST_CASE("a cell beside the table is an error with its place") {
  const ReadSheetTable read(
      workbook_with(kHeadings + "<row r=\"2\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>")
          .parts());
  CHECK_FALSE(read.table);
  CHECK(read.said() == "a.xlsx#表1:2:3: error table.width 3 cells, but 2 headings\n");
}

TEST_CASE("cells of a merge but its first are covered") {
  Xlsx xlsx = workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") +
                            "<c><v>30</v></c></row><row r=\"3\">" + text_cell("島根県") +
                            "</row><row r=\"4\">" + text_cell("岡山県") + "<c><v>5</v></c></row>");
  xlsx.after_data = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>";
  const ReadSheetTable read(xlsx.parts());
  REQUIRE(read.table);
  CHECK(read.table->cell(1, 1) == "30");
  CHECK(read.table->is_covered(1, 1));
  CHECK_FALSE(read.table->is_covered(0, 1));
  CHECK_FALSE(read.table->is_covered(1, 0));
  CHECK_FALSE(read.table->is_covered(2, 1));
}

TEST_CASE("merged headings hold for all of their columns") {
  TableForm form;
  form.header = {1, 2};
  Xlsx xlsx = workbook_with("<row r=\"1\">" + text_cell("県") + text_cell("令和6年度") +
                            "<c/></row><row r=\"2\"><c/>" + text_cell("件数") + text_cell("率") +
                            "</row><row r=\"3\">" + text_cell("鳥取県") +
                            "<c><v>1</v></c><c><v>2</v></c></row>");
  xlsx.after_data = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>";
  const ReadSheetTable read(xlsx.parts(), form);
  REQUIRE(read.table);
  CHECK(read.table->header() == std::vector<std::string>{"県", "令和6年度／件数", "令和6年度／率"});
}

TEST_CASE("where headings of a row are merged an empty one stands for none to its left") {
  Xlsx xlsx = workbook_with(
      "<row r=\"1\">" + text_cell("県") + text_cell("第１号") + "<c/><c/></row><row r=\"2\"><c/>" +
      text_cell("要支援") + text_cell("要介護") + text_cell("総数") + "</row><row r=\"3\">" +
      text_cell("鳥取県") + "<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>");
  TableForm form;
  form.header = {1, 2};
  const ReadSheetTable loose(xlsx.parts(), form);
  CHECK(loose.table->column("第１号／総数") == 3);
  xlsx.after_data = "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>";
  const ReadSheetTable merged(xlsx.parts(), form);
  CHECK(merged.table->column("第１号／要介護") == 2);
  CHECK(merged.table->column("総数") == 3);
}

TEST_CASE("a percentage is read as the sheet shows it") {
  CHECK(as_percent("0.247") == "24.7%");
  CHECK(as_percent("1") == "100%");
  CHECK(as_percent("0.005") == "0.5%");
  CHECK(as_percent("-0.12345") == "-12.345%");
  CHECK(as_percent("12.5") == "1250%");
  CHECK(as_percent("0") == "0%");
}

TEST_CASE("of several sheets one has to be named") {
  const ReadSheetTable read(with_two_sheets("").parts());
  CHECK(read.said() ==
        "a.xlsx: error table.sheet there are several sheets; name one by sheet: 集計, 元\n");
  TableForm form;
  form.sheet = "元";
  CHECK(ReadSheetTable(with_two_sheets("").parts(), form).table->header()[0] == "市");
  form.sheet = "集計表";
  CHECK(ReadSheetTable(with_two_sheets("").parts(), form).said().find("did you mean 集計?") !=
        std::string::npos);
}

TEST_CASE("a hidden sheet is passed over and named") {
  const ReadSheetTable read(with_two_sheets("state=\"hidden\"").parts());
  REQUIRE(read.table);
  CHECK(read.table->header()[0] == "県");
  CHECK(read.said() ==
        "a.xlsx: warning sheet.hidden hidden sheet 元 is not read, but it goes out where the file "
        "does: delete it, save the table as CSV, or write publish_file = false (true if it may go "
        "out)\n");
}

TEST_CASE("formulas are counted with the first of them") {
  CHECK(ReadSheetTable(workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") +
                                     "<c><f>1+1</f><v>2</v></c></row>")
                           .parts())
            .said()
            .find("a.xlsx#表1:2:2: note sheet.formula 1 cells are formulas") != std::string::npos);
}

TEST_CASE("an error in a cell that a formula needs keeps the table from being read") {
  const ReadSheetTable read(
      workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") + "<c><f>1+1</f></c></row>")
          .parts());
  CHECK_FALSE(read.table);
  CHECK(read.said().find("a.xlsx#表1:2:2: error cell.formula") != std::string::npos);
}

TEST_CASE("an ods file is read by the end of its name") {
  const ReadSheetTable read(
      ods_parts("<table:table-row><table:table-cell><text:p>県</text:p></table:table-cell>"
                "</table:table-row><table:table-row><table:table-cell><text:p>鳥取県</text:p>"
                "</table:table-cell></table:table-row>"),
      {}, "a.ods");
  CHECK(read.cells() == "2:[鳥取県]");
}

TEST_CASE("an encoding is of no use to a spreadsheet") {
  TableForm form;
  form.encoding = Encoding::cp932;
  CHECK(ReadSheetTable(workbook_with(kHeadings).parts(), form).said() ==
        "a.xlsx: error table.format encoding has no meaning for xlsx\n");
}

TEST_CASE("numbers that a spreadsheet computes are rounded to what can be read") {
  const ReadSheetTable read(workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") +
                                          "<c><v>1.7231476163124641E-3</v></c></row><row r=\"3\">" +
                                          text_cell("島根県") +
                                          "<c><v>-2.7755575615628914E-17</v></c></row>")
                                .parts());
  CHECK(read.cells() == "2:[鳥取県][0.001723147616312]3:[島根県][0]");
}

TEST_CASE("a row that holds only a blank is no row") {
  const ReadSheetTable read(workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") +
                                          "<c><v>1</v></c></row><row r=\"3\">" +
                                          text_cell("\u3000") + "</row>")
                                .parts());
  CHECK(read.cells() == "2:[鳥取県][1]");
}

TEST_CASE("a sheet that is not there is answered with those that are") {
  TableForm form;
  form.sheet = "ない";
  CHECK(ReadSheetTable(workbook_with(kHeadings).parts(), form).said().find("there are: ") !=
        std::string::npos);
}

TEST_CASE("numbers that a sheet keeps as texts are counted by column, in rows of the table") {
  TableForm form;
  form.skip = {{4, 4}};
  const ReadSheetTable read(
      workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") + "<c><v>3</v></c></row>" +
                    "<row r=\"3\">" + text_cell("島根県") + text_cell("12.5") + "</row>" +
                    "<row r=\"4\">" + text_cell("注") + text_cell("7") + "</row>")
          .parts(),
      form);
  REQUIRE(read.table);
  CHECK(read.table->text_numbers(0).count == 0);
  CHECK(read.table->text_numbers(1).count == 1);
  CHECK(read.table->text_numbers(1).first_row == 3);
}

TEST_CASE("a heading above rows with numbers, in rows that are not read begins another table") {
  TableForm form;
  form.range = table_range("A1:B2");
  const auto with_rest = [&](const std::string& rest) {
    return ReadSheetTable(workbook_with(kHeadings + "<row r=\"2\">" + text_cell("鳥取県") +
                                        "<c><v>3</v></c></row>" + rest)
                              .parts(),
                          form)
        .table->other_tables();
  };
  const std::string heading = "<row r=\"5\">" + text_cell("市") + text_cell("数") + "</row>";
  const auto row = [](int number, const std::string& name, const std::string& cell) {
    return "<row r=\"" + std::to_string(number) + "\">" + text_cell(name) + cell + "</row>";
  };
  const std::string figure = row(6, "松江市", "<c><v>5</v></c>");
  CHECK(with_rest(heading + figure + row(7, "浜田市", "<c><v>6</v></c>")) == std::vector<int>{5});
  CHECK(with_rest(heading + figure).empty());
  CHECK(with_rest(heading + row(7, "浜田市", "<c><v>6</v></c>")).empty());
  CHECK(with_rest(row(5, "注1", text_cell("速報値"))).empty());
  CHECK(with_rest(row(5, "注", text_cell("資料の説明")) +
                  row(6, "電話", text_cell("0857-26-7111")) +
                  row(7, "更新", text_cell("2024-01-01")))
            .empty());
}
