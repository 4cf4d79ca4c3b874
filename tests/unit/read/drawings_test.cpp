// What lies upon the cells of a sheet: noted with its place, and told apart from comments.
#include <doctest/doctest.h>
#include <xlsxwriter.h>

#include <string>

#include "read/table_file.h"
#include "workbook_files.h"
#include "written_workbook.h"

using namespace yokoten;

namespace {

const std::string note = "raw/a.xlsx:";

std::string line_of(const char* what, const char* cell, int row, int column) {
  return note + std::to_string(row) + ':' + std::to_string(column) +
         ": note sheet.drawing sheet 実績: " + what + " at " + cell +
         " is not read; move it to another sheet, or remove it (rule 1-8)\n";
}

/// A picture of one point.
const unsigned char png[] = {0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d,
                             0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01,
                             0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00,
                             0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x00, 0x01, 0x00, 0x00,
                             0x05, 0x00, 0x01, 0x0d, 0x0a, 0x2d, 0xb4, 0x00, 0x00, 0x00, 0x00, 0x49,
                             0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

const std::string drawing_space =
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

std::string anchor(int row, int column, const std::string& object) {
  return "<d:twoCellAnchor><d:from><d:col>" + std::to_string(column - 1) +
         "</d:col><d:colOff>9</d:colOff><d:row>" + std::to_string(row - 1) +
         "</d:row></d:from><d:to><d:col>99</d:col><d:row>99</d:row></d:to>" + object +
         "<d:clientData/></d:twoCellAnchor>";
}

/// A file whose sheet has these anchors and this VML; without text the part is missing.
Xlsx with_drawings(const std::string& anchors, const std::string& vml = "") {
  Xlsx xlsx;
  xlsx.after_data = "<x:drawing xmlns:x=\"" + main_space + "\" xmlns:r=\"" + link_space +
                    "\" r:id=\"d\"/><x:legacyDrawing xmlns:x=\"" + main_space + "\" xmlns:r=\"" +
                    link_space + "\" r:id=\"v\"/>";
  const auto link = [](const char* id, const char* kind, const char* target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + link_space + "/" + kind +
           "\" Target=\"" + target + "\"/>";
  };
  xlsx.more_parts.emplace_back("book/worksheets/_rels/first.xml.rels",
                               Xlsx::links_of(link("d", "drawing", "../drawings/d.xml") +
                                              link("v", "vmlDrawing", "../drawings/v.vml")));
  if (!anchors.empty())
    xlsx.more_parts.emplace_back("book/drawings/d.xml",
                                 "<d:wsDr xmlns:d=\"" + drawing_space +
                                     "\" xmlns:m=\"http://schemas.openxmlformats.org/"
                                     "markup-compatibility/2006\">" +
                                     anchors + "</d:wsDr>");
  if (!vml.empty()) xlsx.more_parts.emplace_back("book/drawings/v.vml", vml);
  return xlsx;
}

/// The notes on drawings as `ROW:COLUMN what`, one a line.
std::string drawings_of(const Reading& reading) {
  std::string lines;
  for (const Finding& finding : reading.sheet().findings()) {
    if (finding.code == "sheet.comment") continue;
    REQUIRE(finding.code == "sheet.drawing");
    const std::string& text = finding.message.en;
    const std::size_t begin = text.find(": ") + 2;
    lines += std::to_string(finding.place.row) + ':' + std::to_string(finding.place.column) + ' ' +
             text.substr(begin, text.find(" is not read") - begin) + '\n';
  }
  return lines;
}

std::string vml_object(const std::string& type, const std::string& anchor) {
  return "<v:shape><br><x:ClientData ObjectType=\"" + type + "\"><x:Anchor>\n " + anchor +
         "</x:Anchor></x:ClientData></v:shape>";
}

}  // namespace

TEST_CASE("a chart and a picture of libxlsxwriter are noted where they begin") {
  const Reading reading = written([](lxw_workbook* book, lxw_worksheet* sheet) {
    worksheet_write_number(sheet, 0, 0, 1, nullptr);
    lxw_chart* chart = workbook_add_chart(book, LXW_CHART_COLUMN);
    chart_add_series(chart, nullptr, "=実績!$A$1:$A$1");
    worksheet_insert_chart(sheet, 4, 2, chart);
    worksheet_insert_image_buffer(sheet, 7, 0, png, sizeof png);
  });
  CHECK(reading.cells() == "A1=1");
  CHECK(reading.said() ==
        line_of("a picture", "A8", 8, 1) + line_of("a chart or another object", "C5", 5, 3));
}

TEST_CASE("a comment of libxlsxwriter is no drawing, a button is one") {
  const Reading commented = written([](lxw_workbook*, lxw_worksheet* sheet) {
    worksheet_write_number(sheet, 0, 0, 1, nullptr);
    std::string words = "速報値";
    worksheet_write_comment(sheet, 0, 0, words.c_str());
  });
  CHECK(commented.said().find("sheet.drawing") == std::string::npos);
  const Reading pressed = written([](lxw_workbook*, lxw_worksheet* sheet) {
    std::string words = "速報値";
    worksheet_write_comment(sheet, 0, 0, words.c_str());
    lxw_button_options options{};
    worksheet_insert_button(sheet, 2, 1, &options);
  });
  CHECK(pressed.said().starts_with(line_of("a button or another control", "B3", 3, 2)));
}

TEST_CASE("shapes, text boxes and groups are named") {
  const std::string shape = "<d:sp><d:nvSpPr><d:cNvPr/><d:cNvSpPr/></d:nvSpPr></d:sp>";
  const std::string box = "<d:sp><d:nvSpPr><d:cNvPr/><d:cNvSpPr txBox=\"1\"/></d:nvSpPr></d:sp>";
  CHECK(drawings_of(read_of(with_drawings(anchor(2, 3, shape) + anchor(1, 1, box) +
                                          anchor(9, 27, "<d:grpSp>" + box + shape + "</d:grpSp>") +
                                          "<d:absoluteAnchor><d:cxnSp/></d:absoluteAnchor>"))) ==
        "2:3 a shape at C2\n1:1 a text box at A1\n9:27 a group of shapes at AA9\n0:0 a shape\n");
}

TEST_CASE("an anchor without an object is none") {
  CHECK(drawings_of(read_of(with_drawings(anchor(2, 3, "")))).empty());
}

TEST_CASE("what newer and older programs are to show is counted once") {
  const std::string control = anchor(4, 5, "<d:sp/>");
  const std::string both = "<m:AlternateContent><m:Choice Requires=\"a14\">" + control +
                           "</m:Choice><m:Fallback>" + control +
                           "</m:Fallback></m:AlternateContent>";
  CHECK(drawings_of(read_of(with_drawings(both, vml_object("Button", "4, 0, 3, 0, 6, 0, 5, 0")))) ==
        "4:5 a shape at E4\n");
}

TEST_CASE("controls of old drawings are noted, their comments are not") {
  const std::string vml = "<xml>" + vml_object("Note", "1, 0, 1, 0, 2, 0, 2, 0") +
                          vml_object("Checkbox", "4, 15, 3, 2, 6, 0, 5, 0") +
                          vml_object("Pict", "x") + "</xml>";
  CHECK(drawings_of(read_of(with_drawings("", vml))) ==
        "4:5 a button or another control at E4\n0:0 a picture\n");
}

TEST_CASE("a drawing that is named but not in the file is none") {
  CHECK(read_of(with_drawings("")).said().empty());
  Xlsx xlsx = with_drawings("");
  xlsx.more_parts.clear();
  CHECK(read_of(xlsx).said().empty());
}

TEST_CASE("a drawing on the sheet of a table is noted where the table is read") {
  Xlsx xlsx = with_drawings(anchor(2, 3, "<d:pic/>"));
  xlsx.sheet_data =
      "<row><c t=\"str\"><v>県</v></c></row><row><c t=\"str\"><v>鳥取県</v></c></row>";
  Findings findings;
  CHECK(read_table(zip_of(xlsx.parts()), "raw/a.xlsx", findings, {}).has_value());
  REQUIRE(findings.size() == 1);
  CHECK(to_line(findings[0], Language::en).starts_with("raw/a.xlsx#表1:2:3: note sheet.drawing"));
}

TEST_CASE("a drawing part with a DOCTYPE is refused") {
  Xlsx xlsx = with_drawings(anchor(2, 3, "<d:pic/>"));
  for (auto& [name, bytes] : xlsx.more_parts)
    if (name.ends_with("d.xml")) bytes.insert(0, "<!DOCTYPE x>");
  CHECK(read_of(xlsx).said().starts_with("raw/a.xlsx: error workbook.xml book/drawings/d.xml:1:"));
}

TEST_CASE("a hundred drawings are listed as far as twenty and counted") {
  std::string anchors;
  for (int row = 1; row <= 100; ++row) anchors += anchor(row, 1, "<d:pic/>");
  const Reading reading = read_of(with_drawings(anchors));
  CHECK(reading.sheet().findings().size() == 21);
  CHECK(reading.sheet().findings().back().message.en.find("80 more findings") != std::string::npos);
}

TEST_CASE("drawings of an ods file are noted in their cell or beside the sheet's cells") {
  const std::string frame = "<draw:frame>", end = "</draw:frame>";
  const Reading reading = read_ods_rows(
      "<table:shapes><draw:line/><draw:a>" + frame + "<draw:image/>" + end +
      "</draw:a></table:shapes><table:table-row><table:table-cell/><table:table-cell "
      "office:value-type=\"string\"><text:p>a" +
      frame + "<draw:text-box><text:p>b</text:p></draw:text-box>" + end + "</text:p>" + frame +
      "<draw:object><draw:image/></draw:object><draw:image/>" + end +
      "<draw:g><draw:rect/><draw:rect/></draw:g><draw:control/><office:annotation><text:p>c</"
      "text:p>"
      "</office:annotation></table:table-cell></table:table-row>");
  CHECK(reading.cells() == "B1=a");
  CHECK(drawings_of(reading) ==
        "0:0 a shape\n0:0 a picture\n1:2 a text box at B1\n1:2 a chart or another object at B1\n"
        "1:2 a group of shapes at B1\n1:2 a button or another control at B1\n");
}
