#include "read/run_marks.h"

#include <doctest/doctest.h>

#include "workbook_files.h"

using namespace yokoten;

namespace {

constexpr RunLook kRaised{RunLook::Line::raised, false};
constexpr RunLook kLowered{RunLook::Line::lowered, false};
constexpr RunLook kStruck{RunLook::Line::on, true};

/// A part of a text and how it looks.
struct Written {
  std::string text;
  RunLook look;
};

std::string apart(const std::vector<Written>& parts) {
  std::string text;
  std::vector<MarkedRun> runs;
  for (const Written& part : parts) {
    const std::size_t begin = text.size();
    text += part.text;
    if (!part.look.is_plain()) runs.push_back({begin, text.size(), part.look});
  }
  return set_apart(text, runs);
}

bool mentions(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string xlsx_run(const std::string& look, const std::string& text) {
  return "<r><rPr>" + look + "</rPr><t>" + text + "</t></r>";
}

const std::string xlsx_raised = R"(<vertAlign val="superscript"/>)";

/// An ODS file with one cell of this text; the styles T1 to T4 are raised, lowered, struck out and
/// plain.
Reading ods_cell_of(const std::string& paragraph) {
  const auto style = [](const std::string& name, const std::string& look) {
    return "<style:style style:name=\"" + name +
           "\" style:family=\"text\"><style:text-properties " + look + "/></style:style>";
  };
  const std::string styles = style("T1", R"(style:text-position="super 58%")") +
                             style("T2", R"(style:text-position="-33% 58%")") +
                             style("T3", R"(style:text-line-through-style="solid")") +
                             style("T4", R"(style:text-position="0% 100%")");
  const std::string table =
      "<table:table table:name=\"表1\"><table:table-row><table:table-cell "
      "office:value-type=\"string\"><text:p>" +
      paragraph + "</text:p></table:table-cell></table:table-row></table:table>";
  return read_ods_bytes(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                {"content.xml", ods_content(table, styles)}}));
}

std::string ods_span(const std::string& style, const std::string& text) {
  return "<text:span text:style-name=\"" + style + "\">" + text + "</text:span>";
}

}  // namespace

TEST_CASE("raised and lowered digits beside a number are written as such") {
  CHECK(apart({{"1234", {}}, {"1", kRaised}}) == "1234¹");
  CHECK(apart({{"1,234", {}}, {"1)", kRaised}}) == "1,234¹)");
  CHECK(apart({{"１２３４", {}}, {"１０", kRaised}}) == "１２３４¹⁰");
  CHECK(apart({{"24.7%", {}}, {"2", kRaised}}) == "24.7%²");
  CHECK(apart({{"1", kRaised}, {"1234", {}}}) == "¹1234");
  CHECK(apart({{"12", {}}, {"3", kLowered}}) == "12₃");
  CHECK(apart({{"10", {}}, {"3", kRaised}, {"人", {}}}) == "10³人");
}

TEST_CASE("raised text that stands beside no number stays as it is") {
  CHECK(apart({{"面積（m", {}}, {"2", kRaised}, {"）", {}}}) == "面積（m2）");
  CHECK(apart({{"利用者数", {}}, {"1)", kRaised}}) == "利用者数1)");
  CHECK(apart({{"1234", {}}, {"※1", kRaised}}) == "1234※1");
  CHECK(apart({{"1234", {}}, {"(1)", kRaised}}) == "1234(1)");
  CHECK(apart({{"5", kRaised}}) == "5");
}

TEST_CASE("struck-out text stands between signs, however many runs it has") {
  CHECK(apart({{"100", kStruck}, {"120", {}}}) == "~~100~~120");
  CHECK(apart({{"1", kStruck}, {"00", kStruck}, {"120", {}}}) == "~~100~~120");
  CHECK(apart({{"松江市", kStruck}}) == "~~松江市~~");
}

TEST_CASE("a raised mark of an xlsx cell is no part of its number") {
  Xlsx xlsx;
  xlsx.strings = "<si>" + xlsx_run("<b/>", "1234") + xlsx_run(xlsx_raised, "1") +
                 "</si><si><r><t>m</t></r>" + xlsx_run(xlsx_raised, "2") + "</si>";
  xlsx.sheet_data =
      R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>7</t></r>)" +
      xlsx_run(R"(<vertAlign val="subscript"/>)", "8") + "</is></c></row>";
  CHECK(read_of(xlsx).cells() == "A1=1234¹ B1=m2 C1=7₈");
}

TEST_CASE("struck-out text of an xlsx cell is told and is no part of its number") {
  Xlsx xlsx;
  xlsx.strings = "<si>" + xlsx_run("<strike/>", "100") + "<r><t>120</t></r></si><si>" +
                 xlsx_run("<strike val=\"0\"/>", "7") + "</si>";
  xlsx.sheet_data = R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=~~100~~120 B1=7");
  CHECK(mentions(reading.said(),
                 "raw/a.xlsx:1:1: warning cell.struck sheet 表1: what stands between"));
  CHECK_FALSE(mentions(reading.said(), "raw/a.xlsx:1:2:"));
}

TEST_CASE("an xlsx cell whose style strikes it out is no number") {
  Xlsx xlsx;
  xlsx.styles =
      "<fonts><font><b/></font><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\" "
      "fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";
  xlsx.sheet_data = R"(<row><c s="0"><v>1</v></c><c s="1"><v>100</v></c><c s="1"/></row>)";
  const Reading reading = read_of(xlsx);
  CHECK(reading.cells() == "A1=1 B1=~~100~~");
  CHECK(reading.sheet().cell(1, 2).kind == CellKind::text);
  CHECK(mentions(reading.said(), "raw/a.xlsx:1:2: warning cell.struck"));
}

TEST_CASE("raised and struck-out spans of an ods cell are no part of its number") {
  CHECK(ods_cell_of("1234" + ods_span("T1", "1")).cells() == "A1=1234¹");
  CHECK(ods_cell_of("12" + ods_span("T2", "3")).cells() == "A1=12₃");
  CHECK(ods_cell_of("12" + ods_span("T4", "3")).cells() == "A1=123");
  CHECK(ods_cell_of("m" + ods_span("T1", "2")).cells() == "A1=m2");
  const Reading reading = ods_cell_of(ods_span("T3", "100") + "120");
  CHECK(reading.cells() == "A1=~~100~~120");
  CHECK(mentions(reading.said(), "raw/a.ods:1:1: warning cell.struck"));
}

TEST_CASE("an ods cell whose style strikes it out is no number") {
  const std::string styles =
      R"(<style:style style:name="ce1" style:family="table-cell"><style:text-properties )"
      R"(style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>)";
  const std::string table =
      R"(<table:table table:name="表1"><table:table-row><table:table-cell table:style-name="ce1" )"
      R"(office:value-type="float" office:value="100"><text:p>100</text:p></table:table-cell>)"
      R"(</table:table-row></table:table>)";
  const Reading reading =
      read_ods_bytes(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                             {"content.xml", ods_content(table, styles)}}));
  CHECK(reading.cells() == "A1=~~100~~");
  CHECK(mentions(reading.said(), "raw/a.ods:1:1: warning cell.struck"));
}

TEST_CASE("a text that grows beyond the limit of a cell is refused") {
  WorkbookLimits limits;
  limits.cell = 9;
  Xlsx xlsx;
  xlsx.strings = "<si><r><t>1</t></r>" + xlsx_run(xlsx_raised, "2345") + "</si>";
  xlsx.sheet_data = R"(<row><c t="s"><v>0</v></c></row>)";
  CHECK(mentions(read_of(xlsx, limits).said(), "error table.limit"));
}
