#include <doctest/doctest.h>

#include "workbook_files.h"

using namespace yokoten;

namespace {

bool has_finding(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Reading workbook_with_rows(const std::string& rows) {
  Xlsx xlsx;
  xlsx.sheet_data = rows;
  return read_of(xlsx);
}

/// One row of these cells, with eight styles: plain, date, date and time, percent, time, own date,
/// missing.
Reading with_styles(const std::string& cells, const std::string& workbook = "") {
  Xlsx xlsx;
  xlsx.sheet_data = "<row>" + cells + "</row>";
  xlsx.workbook = workbook + xlsx.workbook;
  xlsx.styles =
      R"(<numFmts><numFmt numFmtId="180" formatCode="ggge&quot;年&quot;m&quot;月&quot;"/></numFmts>)"
      R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
      R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="10"/>)"
      R"(<xf numFmtId="20"/><xf numFmtId="180"/></cellXfs>)";
  return read_of(xlsx);
}

}  // namespace

TEST_CASE("an xlsx cell stands where its address says, others one further") {
  const Reading reading = workbook_with_rows(
      R"(<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)");
  CHECK(reading.cells() == "B2=1 C2=2 A3=3");
  CHECK(reading.sheet().rows() == 3);
  CHECK(reading.sheet().columns() == 3);
  CHECK(reading.said().empty());
}

TEST_CASE("xlsx numbers are the shortest decimals of what is stored") {
  CHECK(workbook_with_rows(
            "<row><c><v>24.699999999999999</v></c><c><v>1.5E3</v></c><c><v> 7 </v></c></row>")
            .cells() == "A1=24.7 B1=1500 C1=7");
}

TEST_CASE("xlsx dates and times and percentages follow their number format") {
  const Reading reading = with_styles(
      R"(<c s="0"><v>45548</v></c><c s="1"><v>45548</v></c><c s="2"><v>45548.5</v></c>)"
      R"(<c s="3"><v>0.247</v></c><c s="4"><v>0.4375</v></c><c s="5"><v>45548</v></c>)");
  CHECK(reading.cells() ==
        "A1=45548 B1=2024-09-13 C1=2024-09-13T12:00:00 D1=0.247 E1=10:30:00 F1=2024-09-13");
  CHECK(reading.sheet().cell(1, 1).kind == CellKind::number);
  CHECK(reading.sheet().cell(1, 2).kind == CellKind::date);
  CHECK(reading.sheet().cell(1, 4).percent);
  CHECK(reading.sheet().cell(1, 5).kind == CellKind::time);
}

TEST_CASE("xlsx dates count from 1904 where the workbook says so") {
  CHECK(with_styles(R"(<c s="1"><v>44086</v></c>)", R"(<workbookPr date1904="1"/>)").cells() ==
        "A1=2024-09-13");
}

TEST_CASE("a number formatted as a date that is none stays a number and is reported") {
  const Reading reading = with_styles(R"(<c s="1"><v>60</v></c>)");
  CHECK(reading.cells() == "A1=60");
  CHECK(reading.sheet().cell(1, 1).kind == CellKind::number);
  CHECK(reading.said() ==
        "raw/a.xlsx:1:1: warning cell.date sheet 表1: formatted as a date, but 60 is none; read as "
        "a number\n");
}

TEST_CASE("a style that the file lacks is reported") {
  CHECK(has_finding(with_styles(R"(<c s="9"><v>1</v></c>)").said(),
                    "raw/a.xlsx:1:1: warning cell.style"));
  CHECK(has_finding(workbook_with_rows(R"(<row><c s="1"><v>1</v></c></row>)").said(),
                    "warning cell.style"));
  CHECK(workbook_with_rows(R"(<row><c s="0"><v>1</v></c></row>)").said().empty());
}

TEST_CASE("a number whose kind depends on a condition of its format is reported") {
  Xlsx xlsx;
  xlsx.styles =
      R"(<numFmts><numFmt numFmtId="180" formatCode="[&lt;1]0%;0.0"/></numFmts><cellXfs><xf numFmtId="180"/></cellXfs>)";
  xlsx.sheet_data = R"(<row><c s="0"><v>5</v></c></row>)";
  CHECK(has_finding(
      read_of(xlsx).said(),
      "raw/a.xlsx:1:1: warning cell.style sheet 表1: the number format has conditions"));
}

TEST_CASE("truth values, errors and ISO dates of xlsx are read by their kind") {
  const Reading reading =
      with_styles(R"(<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>)"
                  R"(<c t="d" s="1"><v>2024-09-13T00:00:00</v></c>)");
  CHECK(reading.cells() == "A1=TRUE B1=FALSE C1=#N/A D1=2024-09-13");
  CHECK(reading.sheet().cell(1, 3).kind == CellKind::error);
  CHECK(reading.said() ==
        "raw/a.xlsx:1:3: warning cell.error sheet 表1: the cell holds the error #N/A\n");
}

TEST_CASE("shared texts join their runs and leave ruby out") {
  Xlsx xlsx;
  xlsx.strings =
      R"(<si><t>東京都</t><rPh sb="0" eb="3"><t>トウキョウト</t></rPh><phoneticPr fontId="1"/></si>)"
      R"(<si><r><rPr><b/></rPr><t>梼</t></r><r><t xml:space="preserve">原町 </t></r></si>)";
  xlsx.sheet_data = R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=東京都 B1=梼原町 ");
  CHECK(reading.sheet().cell(1, 1).ruby);
  CHECK_FALSE(reading.sheet().cell(1, 2).ruby);
  CHECK(reading.said() ==
        "raw/a.xlsx:1:1: note cell.ruby sheet 表1: furigana is left out; cells that have it: 1\n");
}

TEST_CASE("inline texts are read like shared ones and say that they are") {
  const Reading reading = workbook_with_rows(
      R"(<row><c t="inlineStr"><is><t>高知</t><rPh sb="0" eb="2"><t>コウチ</t></rPh></is></c>)"
      R"(<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>)");
  CHECK(reading.cells() == "A1=高知 B1=ab");
  CHECK(reading.sheet().cell(1, 1).inline_text);
  CHECK(reading.sheet().cell(1, 1).ruby);
  CHECK_FALSE(reading.sheet().cell(1, 2).ruby);
}

TEST_CASE("escapes of characters in xlsx texts are put back") {
  Xlsx xlsx;
  xlsx.strings =
      "<si><t>a_x000D_&#10;b_x005F_x0041_</t></si><si><t>_xD83D__xDE00__x0000__xDC00__xZZZZ_ "
      "x_x</t></si>";
  xlsx.sheet_data =
      R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><v>_x0009_x</v></c></row>)";
  CHECK(read_of(xlsx).cells() == "A1=a\r\nb_x0041_ B1=😀_x0000__xDC00__xZZZZ_ x_x C1=\tx");
}

TEST_CASE("blanks around an xlsx text stay only where xml:space preserves them") {
  Xlsx xlsx;
  xlsx.strings =
      R"(<si><t> a </t></si><si><t xml:space="preserve"> b </t></si><si xml:space="preserve"><t> c</t></si>)";
  xlsx.sheet_data = R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>)";
  CHECK(read_of(xlsx).cells() == "A1=a B1= b  C1= c");
}

TEST_CASE("formulas give their stored results") {
  const Reading reading = workbook_with_rows(
      R"(<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"x"</f><v>x</v></c><c t="str"><f>""</f><v></v></c></row>)");
  CHECK(reading.cells() == "A1=2 B1=x");
  CHECK(reading.sheet().cell(1, 1).formula);
  CHECK(reading.said().empty());
}

TEST_CASE("a formula without a stored result is an error") {
  for (const char* cell :
       {"<c><f>1+1</f></c>", "<c><f>1+1</f><v></v></c>", "<c><f>1+1</f><v/></c>"}) {
    const Reading reading = workbook_with_rows("<row>" + std::string(cell) + "</row>");
    CHECK(has_finding(reading.said(), "raw/a.xlsx:1:1: error cell.formula"));
    CHECK(reading.sheet().cell(1, 1).kind == CellKind::error);
  }
}

TEST_CASE("results that ask to be computed anew are reported once a sheet") {
  Xlsx xlsx;
  xlsx.workbook += R"(<calcPr fullCalcOnLoad="1"/>)";
  xlsx.sheet_data = "<row><c><f>1+1</f><v>0</v></c></row>";
  CHECK(has_finding(read_of(xlsx).said(),
                    "warning sheet.stale sheet 表1: results of formulas may be"));
  xlsx.sheet_data = "<row><c><v>0</v></c></row>";
  CHECK(read_of(xlsx).said().empty());
}

TEST_CASE("merged cells hold what the first one holds") {
  Xlsx xlsx;
  xlsx.sheet_data =
      R"(<row r="1"><c r="A1"><v>7</v></c><c r="C1"><v>8</v></c></row><row r="3"><c r="C3"><v>9</v></c></row>)";
  xlsx.after_data =
      R"(<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3:XFD1048576"/></mergeCells>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=7 B1=7 C1=8 A2=7 B2=7 C3=9");
  CHECK_FALSE(reading.sheet().cell(1, 1).merged);
  CHECK(reading.sheet().cell(2, 2).merged);
  CHECK(reading.sheet().cell(500, 500).text == "9");
  CHECK(has_finding(reading.said(),
                    "raw/a.xlsx:1:1: note sheet.merge sheet 表1: all cells of the merge A1:B2"));
}

TEST_CASE("a value under a merge is left out and reported") {
  Xlsx xlsx;
  xlsx.sheet_data = "<row><c><v>7</v></c><c><v>8</v></c></row>";
  xlsx.after_data = R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=7 B1=7");
  CHECK(has_finding(reading.said(), "raw/a.xlsx:1:2: warning cell.covered"));
}

TEST_CASE("merges that overlap are refused") {
  Xlsx xlsx;
  xlsx.after_data = R"(<mergeCells><mergeCell ref="B2:C9"/><mergeCell ref="A5:B6"/></mergeCells>)";
  const Reading reading = read_of(xlsx);
  CHECK_FALSE(reading.workbook);
  CHECK(reading.said() ==
        "raw/a.xlsx:5:1: error sheet.merge sheet 表1: the merges B2:C9 and A5:B6 overlap\n");
}

TEST_CASE("hidden rows, columns and sheets are read and reported") {
  Xlsx xlsx;
  xlsx.workbook =
      R"(<sheets><sheet name="表1" sheetId="1" state="veryHidden" r:id="rId1"/></sheets>)";
  xlsx.before_data = R"(<cols><col min="3" max="4" hidden="1"/></cols>)";
  xlsx.sheet_data =
      R"(<row hidden="1"><c><v>1</v></c></row><row hidden="1"/><row><c><v>2</v></c><c r="D3"><v>3</v></c></row>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.sheet().visibility() == Visibility::very_hidden);
  CHECK(reading.sheet().cell(1, 1).hidden);
  CHECK_FALSE(reading.sheet().cell(3, 1).hidden);
  CHECK(reading.sheet().cell(3, 4).hidden);
  CHECK(reading.sheet().hidden_rows() == std::vector<CellSpan>{{1, 2}});
  CHECK(reading.said() ==
        "raw/a.xlsx: note sheet.hidden sheet 表1: the sheet is hidden\n"
        "raw/a.xlsx:1: note sheet.hidden sheet 表1: hidden rows 1–2: read where they are in the "
        "range, and "
        "given out with the file\n"
        "raw/a.xlsx: note sheet.hidden sheet 表1: hidden columns C–D: read where they are in the "
        "range, "
        "and given out with the file\n");
}

TEST_CASE("strict files are read like transitional ones") {
  Xlsx xlsx;
  xlsx.strict = true;
  xlsx.strings = "<si><t>a</t></si>";
  xlsx.sheet_data = R"(<row><c t="s"><v>0</v></c></row>)";
  CHECK(read_of(xlsx).cells() == "A1=a");
}

TEST_CASE("prefixes of namespaces may be any") {
  Parts parts = Xlsx{}.parts();
  for (auto& [name, bytes] : parts)
    if (name.ends_with("first.xml"))
      bytes = "<x:worksheet xmlns:x=\"" + main_space +
              "\" "
              "xmlns:y=\"urn:y\"><x:sheetData><x:row><x:c><x:v>1</x:v><y:v>2</y:v></"
              "x:c><y:c><x:v>3</x:v></y:c>"
              "</x:row></x:sheetData></x:worksheet>";
  CHECK(read_parts(parts).cells() == "A1=1");
}

TEST_CASE("part names may differ in case") {
  Parts parts = Xlsx{}.parts();
  for (auto& [name, bytes] : parts)
    if (name.ends_with("first.xml")) name = "Book\\WorkSheets\\First.XML";
  CHECK(read_parts(parts).workbook);
}

TEST_CASE("a sheet of a chart is empty and reported") {
  Xlsx xlsx;
  xlsx.workbook =
      R"(<sheets><sheet name="図" sheetId="2" r:id="rC"/><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>)";
  xlsx.more_links =
      "<Relationship Id=\"rC\" Type=\"" + link_space + "/chartsheet\" Target=\"chart.xml\"/>";
  const Reading reading = read_of(xlsx);
  CHECK(reading.sheet(0).rows() == 0);
  CHECK(has_finding(reading.said(), "raw/a.xlsx: note sheet.other sheet 図"));
  CHECK(reading.workbook->sheet("表1") == &reading.sheet(1));
  CHECK(reading.workbook->sheet("無い") == nullptr);
}

TEST_CASE("an xlsx cell of a wrong number, text, truth or kind is an error of its own") {
  const Reading reading = workbook_with_rows(
      R"(<row><c><v>abc</v></c><c t="s"><v>0</v></c><c t="b"><v>2</v></c>)"
      R"(<c t="q"><v>1</v></c><c t="d"><v>2024-13-01</v></c><c t="s"><v>-1</v></c></row>)");
  CHECK(has_finding(reading.said(), "1:1: error cell.number sheet 表1: abc is no number"));
  CHECK(has_finding(reading.said(),
                    "1:2: error cell.string sheet 表1: there is no shared string 0 (there are 0)"));
  CHECK(has_finding(reading.said(), "1:3: error cell.number"));
  CHECK(has_finding(reading.said(), "1:4: error cell.kind"));
  CHECK(has_finding(reading.said(), "1:5: error cell.number sheet 表1: 2024-13-01 is no date"));
  CHECK(has_finding(reading.said(), "1:6: error cell.string"));
  CHECK(reading.sheet().cell(1, 1).kind == CellKind::error);
}

TEST_CASE("private and lost characters are reported") {
  CHECK(workbook_with_rows("<row><c t=\"str\"><v>髙\xee\x80\x80</v></c></row>").said() ==
        "raw/a.xlsx:1:1: warning cell.character sheet 表1: 髙\xee\x80\x80 holds U+E000, a private "
        "or lost "
        "character; put the right one in its place\n");
  CHECK(has_finding(workbook_with_rows("<row><c t=\"str\"><v>\xef\xbf\xbd</v></c></row>").said(),
                    "holds U+FFFD"));
  CHECK(workbook_with_rows("<row><c t=\"str\"><v>\xef\xa4\x80（％）😀\xed\x9f\xbf</v></c></row>")
            .said()
            .empty());
}

TEST_CASE("what Excel adds to its files is passed over") {
  Xlsx xlsx;
  xlsx.before_data =
      R"(<sheetPr xmlns:x="urn:x" x:r="Z9"/><dimension ref="A1:Z9"/><sheetViews><sheetView><selection )"
      R"(activeCell="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/>)";
  xlsx.sheet_data =
      R"(<row r="1" spans="1:2" xmlns:x="urn:x" x:hidden="1" ht="13.5"><c r="A1" cm="1"><v>1</v><extLst/></c></row>)";
  xlsx.after_data =
      R"(<phoneticPr fontId="1"/><extLst><ext><x:row xmlns:x="urn:x"><c r="Q1"><v>9</v></c></x:row></ext></extLst>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=1");
  CHECK(reading.said().empty());
}

TEST_CASE("of many equal findings twenty are shown and the others counted") {
  std::string cells;
  for (int at = 0; at < 25; ++at) cells += R"(<c t="e"><v>#N/A</v></c>)";
  const Reading reading = workbook_with_rows("<row>" + cells + "</row>");
  CHECK(reading.sheet().findings().size() == 21);
  CHECK(has_finding(reading.said(),
                    "raw/a.xlsx: warning cell.error sheet 表1: 5 more findings of this kind"));
}
