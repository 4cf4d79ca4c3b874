#include <doctest/doctest.h>

#include "workbook_files.h"

using namespace yokoten;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string row(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

std::string cell(const std::string& content, const std::string& attributes = "") {
  return R"(<table:table-cell office:value-type="string" )" + attributes + ">" + content +
         "</table:table-cell>";
}

std::string number(const std::string& value, const std::string& attributes = "") {
  return R"(<table:table-cell office:value-type="float" office:value=")" + value + "\" " +
         attributes + "/>";
}

}  // namespace

TEST_CASE("a spreadsheet is read by the end of its name") {
  const std::string ods = zip_of(ods_parts(row(number("1")))), xlsx = zip_of(Xlsx{}.parts());
  Findings findings;
  CHECK(read_workbook(ods, "raw/a.ODS", findings));
  CHECK(read_workbook(xlsx, "raw/a.b.xlsx", findings));
  CHECK(findings.empty());
  CHECK_FALSE(read_workbook(ods, "raw/a.xlsx", findings));
  CHECK_FALSE(read_workbook(xlsx, "raw/a.ods", findings));
}

TEST_CASE("ods values are those of the attributes and not of what is shown") {
  const Reading reading = read_ods_rows(row(
      R"(<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1,234.5円</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="percentage" office:value="0.247"><text:p>24.7%</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="currency" office:value="24.699999999999999"/>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2024-09-13"><text:p>R6.9.13</text:p></table:table-cell>)"
      R"(<table:table-cell office:value-type="date" office:date-value="2024-09-13T10:00:00"/>)"
      R"(<table:table-cell office:value-type="time" office:time-value="PT10H30M00S"/>)"
      R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"/>)"
      R"(<table:table-cell office:value-type="boolean" office:boolean-value="false"/>)"));
  CHECK(reading.cells() ==
        "A1=1234.5 B1=0.247 C1=24.7 D1=2024-09-13 E1=2024-09-13T10:00:00 F1=10:30:00 G1=TRUE "
        "H1=FALSE");
  CHECK(reading.sheet().cell(1, 2).percent);
  CHECK(reading.sheet().cell(1, 4).kind == CellKind::date);
  CHECK(reading.sheet().cell(1, 6).kind == CellKind::time);
  CHECK(reading.said().empty());
}

TEST_CASE("ods paragraphs are joined by line feeds and their white space collapses") {
  CHECK(read_ods_rows(row(cell("<text:p> a \n b<text:s/><text:s "
                               "text:c=\"2\"/>c<text:tab/>d<text:line-break/>e </text:p>"
                               "<text:p><text:span>f</text:span> <text:a>g</text:a></text:p>")))
            .cells() == "A1=a b   c\td\ne \nf g");
}

TEST_CASE("ruby, annotations, footnotes and drawings are no part of an ods text") {
  const Reading reading = read_ods_rows(
      row(cell("<office:annotation><text:p>memo</text:p></"
               "office:annotation><text:p><text:ruby><text:ruby-base>高知"
               "</text:ruby-base><text:ruby-text>コウチ</text:ruby-text></"
               "text:ruby>県<text:note><text:p>n</text:p>"
               "</text:note></text:p><draw:frame><text:p>picture</text:p></draw:frame>")));
  CHECK(reading.cells() == "A1=高知県");
  CHECK(reading.sheet().cell(1, 1).ruby);
  CHECK(has(reading.said(), "raw/a.ods:1:1: note cell.ruby"));
}

TEST_CASE("repeated ods rows and cells stand where they belong") {
  const Reading reading =
      read_ods_rows(row(number("1", R"(table:number-columns-repeated="2")") +
                        R"(<table:table-cell table:number-columns-repeated="3"/>)" + number("2")) +
                    row("<table:table-cell/>", R"(table:number-rows-repeated="2")") +
                    row(number("3"), R"(table:number-rows-repeated="2")"));
  CHECK(reading.cells() == "A1=1 B1=1 F1=2 A4=3 A5=3");
  CHECK(reading.sheet().rows() == 5);
  CHECK(reading.sheet().columns() == 6);
}

TEST_CASE("empty ods rows and cells that repeat to the end of the sheet cost nothing") {
  const Reading reading = read_ods_rows(
      row(number("1") + R"(<table:table-cell table:number-columns-repeated="16383"/>)") +
      row(R"(<table:table-cell table:number-columns-repeated="16384"/>)",
          R"(table:number-rows-repeated="1048575")"));
  CHECK(reading.cells() == "A1=1");
  CHECK(reading.sheet().rows() == 1);
  CHECK(reading.said().empty());
}

TEST_CASE("ods rows in groups and header rows are rows") {
  CHECK(read_ods_rows("<table:table-header-rows>" + row(number("1")) +
                      "</table:table-header-rows><table:table-row-group>" + row(number("2")) +
                      "</table:table-row-group><table:shapes>" + row(number("9")) +
                      "</table:shapes>" + row(number("3")))
            .cells() == "A1=1 A2=2 A3=3");
}

TEST_CASE("ods merges fill the cells that they cover") {
  const std::string covered = "<table:covered-table-cell/>";
  const Reading reading = read_ods_rows(
      row(number("7", R"(table:number-columns-spanned="2" table:number-rows-spanned="2")") +
          covered + number("8")) +
      row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + number("9")));
  CHECK(reading.cells() == "A1=7 B1=7 C1=8 A2=7 B2=7 C2=9");
  CHECK(reading.sheet().merges() == std::vector<CellRange>{{1, 1, 2, 2}});
  CHECK(has(reading.said(), "raw/a.ods:1:1: note sheet.merge"));
}

TEST_CASE("equal ods rows with merges repeat their merges") {
  const Reading reading = read_ods_rows(row(number("7", R"(table:number-columns-spanned="2")") +
                                                "<table:covered-table-cell/>" + number("8"),
                                            R"(table:number-rows-repeated="2")"));
  CHECK(reading.cells() == "A1=7 B1=7 C1=8 A2=7 B2=7 C2=8");
  CHECK(reading.sheet().merges().size() == 2);
}

TEST_CASE("a value in a covered ods cell is left out and reported") {
  const Reading reading = read_ods_rows(
      row(number("7", R"(table:number-columns-spanned="2")") +
          R"(<table:covered-table-cell office:value-type="float" office:value="8"/>)"));
  CHECK(reading.cells() == "A1=7 B1=7");
  CHECK(has(reading.said(), "raw/a.ods:1:2: warning cell.covered"));
}

TEST_CASE("hidden ods rows, columns and tables are read and reported") {
  Parts parts = ods_parts("");
  parts[1].second = ods_content(
      R"(<table:table table:name="隠" table:style-name="ta2"><table:table-column table:number-columns-repeated="2"/>)"
      R"(<table:table-column table:visibility="collapse"/>)" +
          row(number("1"), R"(table:visibility="filter")") + "</table:table>" +
          R"(<table:table table:name="表" table:style-name="ta1"/>)",
      R"(<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>)"
      R"(<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>)");
  const Reading reading = read_ods_bytes(zip_of(parts));
  CHECK(reading.sheet(0).visibility() == Visibility::hidden);
  CHECK(reading.sheet(0).cell(1, 1).hidden);
  CHECK(reading.sheet(0).hidden_columns() == std::vector<CellSpan>{{3, 3}});
  CHECK(reading.sheet(1).visibility() == Visibility::visible);
  CHECK(has(reading.said(), "raw/a.ods:1: note sheet.hidden sheet 隠: hidden rows 1: read where"));
}

TEST_CASE("ods formulas give their stored results and errors are reported") {
  const Reading reading = read_ods_rows(row(
      number("2", R"(table:formula="of:=1+1")") +
      R"x(<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" )x"
      R"(calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>)" +
      cell("<text:p>#REF!</text:p>", R"(table:formula="of:=#REF!")") +
      cell("<text:p>#N/A</text:p>") + R"(<table:table-cell table:formula="of:=1+1"/>)"));
  CHECK(reading.cells() == "A1=2 B1=#N/A C1=#REF! D1=#N/A E1=");
  CHECK(reading.sheet().cell(1, 1).formula);
  CHECK(reading.sheet().cell(1, 2).kind == CellKind::error);
  CHECK(reading.sheet().cell(1, 3).kind == CellKind::error);
  CHECK(reading.sheet().cell(1, 4).kind == CellKind::text);
  CHECK(has(reading.said(), "raw/a.ods:1:2: warning cell.error"));
  CHECK(has(reading.said(), "raw/a.ods:1:5: error cell.formula"));
}

TEST_CASE("ods values that are none of their kind are errors of their cells") {
  const Reading reading = read_ods_rows(
      row(number("abc") +
          R"(<table:table-cell office:value-type="date" office:date-value="2024-02-30"/>)"
          R"(<table:table-cell office:value-type="time" office:time-value="10:30"/>)"
          R"(<table:table-cell office:value-type="boolean" office:boolean-value="1"/>)"
          R"(<table:table-cell office:value-type="colour"/>)"));
  CHECK(has(reading.said(), "1:1: error cell.number sheet 表1: abc is no number"));
  CHECK(has(reading.said(), "1:2: error cell.number sheet 表1: 2024-02-30 is no date"));
  CHECK(has(reading.said(), "1:3: error cell.number"));
  CHECK(has(reading.said(), "1:4: error cell.number"));
  CHECK(has(reading.said(), "1:5: error cell.kind"));
}

TEST_CASE("an ods date that is shown as a month is one") {
  const auto shown = [](const std::string& date, const std::string& text) {
    return read_ods_rows(
               "<table:table-row><table:table-cell office:value-type=\"date\" "
               "office:date-value=\"" +
               date + "\"><text:p>" + text + "</text:p></table:table-cell></table:table-row>")
        .cells();
  };
  CHECK(shown("2024-09-01", "2024年9月") == "A1=2024-09");
  CHECK(shown("2024-09-01", "令和6年9月") == "A1=2024-09");
  CHECK(shown("2024-09-01", "Sep-24") == "A1=2024-09");
  CHECK(shown("2024-09-01", "2024年9月1日") == "A1=2024-09-01");
  CHECK(shown("2024-09-01", "9月") == "A1=2024-09");
  CHECK(shown("2024-09-02", "9月") == "A1=2024-09-02");
  CHECK(shown("2024-09-02", "2024年9月") == "A1=2024-09-02");
}
