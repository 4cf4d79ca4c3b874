// What Excel itself writes: its own parts, namespaces, formats and habits.
#include <doctest/doctest.h>

#include <string>

#include "excel_files.h"
#include "read/table_file.h"
#include "table_cells.h"

using namespace yokoten;

namespace {

const std::string plain = "A1=都道府県 B1=件数 A2=鳥取県 B2=948 A3=島根県  B3=1896";
const std::string sheet_part = "xl/worksheets/sheet1.xml";
const std::string ruby_note =
    "raw/a.xlsx:1:1: note cell.ruby sheet 集計: furigana is left out; cells that have it: 2\n";

/// The file with other content between <sheetData> and its end.
Reading with_data(const std::string& data) {
  Parts parts = excel_parts();
  for (auto& [name, bytes] : parts) {
    if (name != sheet_part) continue;
    const std::size_t begin = bytes.find("<sheetData>") + 11;
    bytes.replace(begin, bytes.find("</sheetData>") - begin, data);
  }
  return read_parts(parts);
}

/// A number as this format of the file's own shows it: `date`, `percent` …
std::string kind_under(const std::string& code, const std::string& number = "45548") {
  std::string escaped = code;
  replace_all(escaped, "&", "&amp;");
  replace_all(escaped, "<", "&lt;");
  replace_all(escaped, "\"", "&quot;");
  Parts parts = excel_parts_with("xl/styles.xml", "OWN", escaped);
  for (auto& [name, bytes] : parts)
    if (name == sheet_part)
      replace_all(bytes, "<c r=\"A4\" s=\"3\"/>", "<c r=\"A4\" s=\"3\"><v>" + number + "</v></c>");
  const Reading reading = read_parts(parts);
  INFO(reading.said());
  const SheetCell cell = reading.sheet().cell(4, 1);
  if (cell.percent) return "percent";
  return cell.kind == CellKind::number ? "number" : std::string(cell.text);
}

std::string builtin(int id) {
  Parts parts = excel_parts_with("xl/styles.xml", "numFmtId=\"49\"",
                                 "numFmtId=\"" + std::to_string(id) + "\"");
  for (auto& [name, bytes] : parts)
    if (name == sheet_part)
      replace_all(bytes, "<c r=\"C1\" s=\"1\"/>", "<c r=\"C1\" s=\"1\"><v>45548.5</v></c>");
  return std::string(read_parts(parts).sheet().cell(1, 3).text);
}

}  // namespace

TEST_CASE("a file with all that Excel adds is read, furigana left out and blanks kept") {
  const Reading reading = read_parts(excel_parts());
  CHECK(reading.cells() == plain);
  CHECK(reading.said() == ruby_note);
  CHECK(reading.sheet().rows() == 3);
}

TEST_CASE("a workbook with macros is read under the name that Excel gives it") {
  const Parts parts = excel_parts_with("[Content_Types].xml",
                                       "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                                       "vnd.ms-excel.sheet.macroEnabled.main");
  Findings findings;
  const auto table = read_table(zip_of(parts), "raw/a.xlsm", findings, {});
  CHECK(cells_of(table) == "2:[鳥取県][948]3:[島根県 ][1896]");
}

TEST_CASE("links may be absolute, with the sheet's part in any folder") {
  const Parts parts = excel_parts_with("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml",
                                       "/xl/worksheets/sheet1.xml");
  CHECK(read_parts(parts).cells() == plain);
  CHECK(read_parts(excel_parts_with("_rels/.rels", "\"xl/workbook.xml\"", "\"/xl/workbook.xml\""))
            .cells() == plain);
}

TEST_CASE("a file saved as strict Open XML is read, with its dates in ISO") {
  Parts parts = excel_parts();
  for (auto& [name, bytes] : parts) {
    replace_all(bytes, main_space, "http://purl.oclc.org/ooxml/spreadsheetml/main");
    replace_all(bytes, link_space, "http://purl.oclc.org/ooxml/officeDocument/relationships");
    replace_all(
        bytes, "<c r=\"C1\" s=\"1\"/>",
        "<c r=\"C1\" s=\"3\" t=\"d\"><v>2024-09-13</v></c><c r=\"D1\" t=\"d\">"
        "<v>2024-09-13T10:30:00.000</v></c><c r=\"E1\" t=\"d\"><v>2024-09-13T00:00:00Z</v></c>");
  }
  const Reading reading = read_parts(parts);
  CHECK(reading.sheet().cell(2, 2).text == "948");
  CHECK(reading.sheet().cell(1, 3).text == "2024-09-13");
  CHECK(reading.sheet().cell(1, 4).text == "2024-09-13T10:30:00");
  CHECK(reading.sheet().cell(1, 5).text == "2024-09-13");
}

TEST_CASE("parts may begin with a mark of UTF-8") {
  Parts parts = excel_parts();
  for (auto& [name, bytes] : parts)
    if (name.ends_with(".xml") || name.ends_with(".rels")) bytes.insert(0, "\xef\xbb\xbf");
  CHECK(read_parts(parts).cells() == plain);
}

TEST_CASE("folders of the archive are no parts") {
  Parts parts = excel_parts();
  for (const char* name : {"xl/", "xl/worksheets/", "docProps/"}) parts.emplace_back(name, "");
  CHECK(read_parts(parts).cells() == plain);
}

TEST_CASE("results of shared, array and dynamic formulas are read") {
  const Reading reading = with_data(
      R"(<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>2</v></c>)"
      R"(<c r="B1"><f t="shared" si="0"/><v>4</v></c><c r="C1"><v>1</v></c>)"
      R"(<c r="D1" cm="1"><f t="array" ref="D1:E1" aca="1" ca="1">_xlfn._xlws.SORT(A1:B1)</f><v>2</v></c>)"
      R"(<c r="E1"><v>4</v></c><c r="F1" t="str"><f>A1&amp;"件"</f><v>2件</v></c>)"
      R"(<c r="G1" t="str"><f>""</f><v></v></c><c r="H1" t="b"><f>A1&gt;1</f><v>1</v></c>)"
      R"(<c r="I1" t="e" vm="1"><f>1/0</f><v>#DIV/0!</v></c><c r="J1" t="e" cm="1"><v>#SPILL!</v></c></row>)");
  CHECK(reading.cells() == "A1=2 B1=4 C1=1 D1=2 E1=4 F1=2件 H1=TRUE I1=#DIV/0! J1=#SPILL!");
  REQUIRE(reading.sheet().findings().size() == 2);
  for (const Finding& finding : reading.sheet().findings()) CHECK(finding.code == "cell.error");
  CHECK(reading.sheet().cell(1, 2).formula);
}

TEST_CASE("inline texts with furigana, empty texts and cells without anything are read") {
  const Reading reading = with_data(
      R"(<row r="1" spans="1:4"><c r="A1" t="inlineStr"><is><t>県</t><rPh sb="0" eb="1"><t>ケン</t></rPh></is></c>)"
      R"(<c r="B1" t="s"/><c r="C1"/><c r="D1" t="str"><v> </v></c></row><row r="2" spans="1:4" hidden="1"/>)");
  CHECK(reading.cells() == "A1=県 D1= ");
}

TEST_CASE("a text that was typed with an apostrophe keeps its zeros") {
  CHECK(read_parts(excel_parts_with("xl/sharedStrings.xml", "<t>件数</t>", "<t>01100</t>"))
            .sheet()
            .cell(1, 2)
            .text == "01100");
}

TEST_CASE("extensions inside of a sheet and its cells are passed over") {
  Parts parts = excel_parts_with(
      sheet_part, "<c r=\"B2\" s=\"2\"><v>948</v></c>",
      "<c r=\"B2\" s=\"2\"><v>948</v><extLst><ext uri=\"x\"><v>7</v></ext></extLst></c>");
  for (auto& [name, bytes] : parts)
    if (name == sheet_part)
      replace_all(
          bytes, "</worksheet>",
          "<mc:AlternateContent><mc:Choice Requires=\"x14\"><sheetData><row r=\"9\"><c "
          "r=\"A9\"><v>7</v></c></row></sheetData></mc:Choice></mc:AlternateContent><extLst>"
          "<ext xmlns:x14=\"urn:x\" uri=\"{78C0D931}\"><x14:conditionalFormattings/></ext>"
          "</extLst></worksheet>");
  CHECK(read_parts(parts).cells() == plain);
}

TEST_CASE("formats of the Japanese Excel are dates, times and numbers as it shows them") {
  for (const int id :
       {14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58})
    CHECK_MESSAGE(builtin(id) == "2024-09-13T12:00:00", id);
  for (const int id : {18, 19, 20, 21, 32, 33, 45, 46, 47})
    CHECK_MESSAGE(builtin(id).ends_with(":00"), id);
  CHECK(builtin(22) == "2024-09-13T12:00:00");
  for (const int id : {0, 1, 2, 3, 4, 9, 10, 11, 37, 38, 39, 40, 41, 42, 43, 44, 48, 49})
    CHECK_MESSAGE(builtin(id) == "45548.5", id);
}

TEST_CASE("formats that people pick in Excel are told apart") {
  for (
      const char* code :
      {R"([$-411]ggge"年"m"月"d"日";@)", R"([$-ja-JP-x-gannen]ggge"年"m"月"d"日";@)",
       R"([$-411]ge\.m\.d;@)", R"(yyyy"年"m"月"d"日";@)", R"(yyyy/m/d;@)", R"(m"月"d"日";@)",
       R"(yyyy"年"m"月";@)", R"([$-F800]dddd\,\ mmmm\ dd\,\ yyyy)", R"([$-409]d\-mmm\-yy;@)",
       R"(yyyy\-mm\-dd;@)", R"([DBNum1][$-411]ggge"年"m"月"d"日";@)", R"(aaa)", R"(ge.m.d)",
       R"([<=43585][$-411]ggge"年"m"月"d"日";[>=43831][$-411]ggge"年"m"月"d"日";[$-411]ggg"元年"m"月"d"日")"})
    CHECK_MESSAGE(kind_under(code) == "2024-09-13", code);
  for (const char* code :
       {"General", "G/標準", "@", "0", "0_ ", R"(0_);[Red]\(0\))", R"(#,##0_ ;[Red]\-#,##0\ )",
        R"(#,##0;"△ "#,##0)", R"("¥"#,##0;[Red]"¥"\-#,##0)", R"(0.0"%")", R"("平成"00"年")",
        R"(0"件")", R"([$€-2]\ #,##0.00)", R"(0.00E+00)", R"(# ?/?)", R"([DBNum3]0)",
        R"(_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"_ ;_ @_ )", R"(#,##0"百万円")", R"(000000)"})
    CHECK_MESSAGE(kind_under(code) == "number", code);
  for (const char* code : {"0%", "0.0%", R"(0.0%;"▲ "0.0%)", R"(0.0%_ ;[Red]\-0.0%\ )"})
    CHECK_MESSAGE(kind_under(code, "0.247") == "percent", code);
  for (const char* code :
       {"h:mm;@", R"(h"時"mm"分";@)", "[h]:mm:ss;@", R"([$-409]h:mm\ AM/PM;@)", "mm:ss.0"})
    CHECK_MESSAGE(kind_under(code, "0.4375") == "10:30:00", code);
}

TEST_CASE("a month that Excel stores as its first day is read as a month where no day is shown") {
  for (const char* code : {R"(yyyy"年"m"月";@)", R"([$-411]ggge"年"m"月")", "mmm-yy", "yyyy/mm",
                           R"(ge\.m)", R"(m"月")"})
    CHECK_MESSAGE(kind_under(code, "45536") == "2024-09", code);
  for (const char* code : {"yyyy/m/d", "yyyy", R"(m"月"d"日")", R"(ggge"年")", R"(d mmm yy)"})
    CHECK_MESSAGE(kind_under(code, "45536") == "2024-09-01", code);
  CHECK(kind_under(R"(yyyy"年"m"月")", "45537") == "2024-09-02");
  CHECK(kind_under(R"(m"月")", "45537") == "2024-09-02");
  CHECK(kind_under(R"(yyyy"年"m"月")", "45536.5") == "2024-09-01T12:00:00");
}

TEST_CASE("dates of a Macintosh count from 1904") {
  Parts parts = excel_parts_with("xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" ");
  for (auto& [name, bytes] : parts) {
    replace_all(bytes, "OWN", "yyyy/m/d");
    replace_all(bytes, "<c r=\"A4\" s=\"3\"/>", "<c r=\"A4\" s=\"3\"><v>44086</v></c>");
  }
  CHECK(read_parts(parts).sheet().cell(4, 1).text == "2024-09-13");
}

TEST_CASE("a sheet of old macros beside the table is said to be none") {
  Parts parts = excel_parts_with("xl/workbook.xml", "</sheets>",
                                 "<sheet name=\"Macro1\" sheetId=\"2\" r:id=\"rId9\"/></sheets>");
  for (auto& [name, bytes] : parts)
    if (name == "xl/_rels/workbook.xml.rels")
      replace_all(
          bytes, "</Relationships>",
          "<Relationship Id=\"rId9\" Type=\"http://schemas.microsoft.com/office/2006/"
          "relationships/xlMacrosheet\" Target=\"macrosheets/sheet1.xml\"/></Relationships>");
  parts.emplace_back("xl/macrosheets/sheet1.xml", "<x/>");
  const Reading reading = read_parts(parts);
  CHECK(reading.cells() == plain);
  CHECK(reading.said().find("note sheet.other sheet Macro1") != std::string::npos);
}

TEST_CASE("a binary workbook under the name of another is refused with what to do") {
  Parts parts = excel_parts_with("_rels/.rels", "xl/workbook.xml", "xl/workbook.bin");
  parts.emplace_back("xl/workbook.bin", "x");
  CHECK(
      read_parts(parts).said().starts_with("raw/a.xlsx: error workbook.format no Excel workbook"));
}
