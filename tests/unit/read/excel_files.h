#pragma once

#include <functional>
#include <string>

#include "workbook_files.h"

namespace yokoten {

inline const std::string declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
inline const std::string compatible =
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" ";

inline std::string excel_link(const char* id, const std::string& type, const char* target) {
  return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + type + "\" Target=\"" + target +
         "\"/>";
}

/// What the package is made of, and its workbook.
inline void add_package(Parts& parts) {
  const std::string package =
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
  parts.emplace_back(
      "[Content_Types].xml",
      declaration +
          R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
          R"(<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>)"
          R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
          R"(<Default Extension="xml" ContentType="application/xml"/>)"
          R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
          R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
          "</Types>");
  parts.emplace_back(
      "_rels/.rels",
      declaration +
          Xlsx::links_of(
              excel_link("rId3", link_space + "/extended-properties", "docProps/app.xml") +
              excel_link("rId2", package + "core-properties", "docProps/core.xml") +
              excel_link("rId1", link_space + "/officeDocument", "xl/workbook.xml")));
  parts.emplace_back(
      "xl/workbook.xml",
      declaration + "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + link_space + "\" " +
          compatible +
          R"(mc:Ignorable="x15 xr xr6 xr10 xr2" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" )"
          R"(xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">)"
          R"(<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="28129"/>)"
          R"(<workbookPr defaultThemeVersion="202300"/>)"
          R"(<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\Users\介護\" )"
          R"(xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>)"
          R"(<xr:revisionPtr revIDLastSave="0" documentId="13_ncr:1_{0}"/>)"
          R"(<bookViews><workbookView xWindow="-110" yWindow="-110"/></bookViews>)"
          R"(<sheets><sheet name="集計" sheetId="1" r:id="rId1"/></sheets>)"
          R"(<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">集計!$A$1:$C$3</definedName></definedNames>)"
          R"(<calcPr calcId="191029"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"/></extLst></workbook>)");
  parts.emplace_back(
      "xl/_rels/workbook.xml.rels",
      declaration +
          Xlsx::links_of(excel_link("rId3", link_space + "/styles", "styles.xml") +
                         excel_link("rId2", link_space + "/theme", "theme/theme1.xml") +
                         excel_link("rId1", link_space + "/worksheet", "worksheets/sheet1.xml") +
                         excel_link("rId5", link_space + "/calcChain", "calcChain.xml") +
                         excel_link("rId4", link_space + "/sharedStrings", "sharedStrings.xml")));
}

/// Its sheet, with what is printed of it.
inline void add_sheet(Parts& parts) {
  const std::string spaces =
      "xmlns=\"" + main_space + "\" xmlns:r=\"" + link_space + "\" " + compatible +
      R"(mc:Ignorable="x14ac xr xr2 xr3" )"
      R"(xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" )"
      R"(xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" )"
      R"(xmlns:xr2="http://schemas.microsoft.com/office/spreadsheetml/2015/revision2" )"
      R"(xmlns:xr3="http://schemas.microsoft.com/office/spreadsheetml/2016/revision3")";
  parts.emplace_back(
      "xl/worksheets/sheet1.xml",
      declaration + "<worksheet " + spaces +
          R"( xr:uid="{0001}"><sheetPr codeName="Sheet1"/>)"
          R"(<dimension ref="A1:XFD1048576"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>)"
          R"(<sheetFormatPr defaultRowHeight="18" x14ac:dyDescent="0.45"/>)"
          R"(<cols><col min="1" max="1" width="12.58" style="1" customWidth="1"/></cols>)"
          R"(<sheetData><row r="1" spans="1:3" ht="18.5" thickBot="1" x14ac:dyDescent="0.5">)"
          R"(<c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1"/></row>)"
          R"(<row r="2" spans="1:2" x14ac:dyDescent="0.45"><c r="A2" t="s" ph="1"><v>2</v></c><c r="B2" s="2"><v>948</v></c></row>)"
          R"(<row r="3" spans="9:9" x14ac:dyDescent="0.45"><c r="A3" t="s"><v>3</v></c><c r="B3" s="2"><f>B2*2</f><v>1896</v></c></row>)"
          R"(<row r="4" spans="1:2" x14ac:dyDescent="0.45"><c r="A4" s="3"/><c r="B4" s="3"/></row></sheetData>)"
          R"(<phoneticPr fontId="2"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>)"
          R"(<pageSetup paperSize="9" orientation="portrait" r:id="rId1"/></worksheet>)");
  parts.emplace_back(
      "xl/worksheets/_rels/sheet1.xml.rels",
      declaration + Xlsx::links_of(excel_link("rId1", link_space + "/printerSettings",
                                              "../printerSettings/printerSettings1.bin")));
  parts.emplace_back("xl/printerSettings/printerSettings1.bin", std::string(300, '\0'));
}

/// What its cells refer to, and the rest.
inline void add_shared(Parts& parts) {
  parts.emplace_back(
      "xl/sharedStrings.xml",
      declaration + "<sst xmlns=\"" + main_space +
          R"(" count="4" uniqueCount="4">)"
          R"(<si><t>都道府県</t><rPh sb="0" eb="4"><t>トドウフケン</t></rPh><phoneticPr fontId="2"/></si>)"
          R"(<si><t>件数</t><phoneticPr fontId="2"/></si>)"
          R"(<si><r><t>鳥</t></r><r><rPr><b/><sz val="11"/><rFont val="游ゴシック"/><charset val="128"/><scheme val="minor"/></rPr><t>取県</t></r>)"
          R"(<rPh sb="0" eb="2"><t>トットリ</t></rPh><phoneticPr fontId="2" type="Hiragana" alignment="center"/></si>)"
          R"(<si><t xml:space="preserve">島根県 </t></si></sst>)");
  parts.emplace_back(
      "xl/styles.xml",
      declaration + "<styleSheet xmlns=\"" + main_space + "\" " + compatible +
          R"(mc:Ignorable="x14ac x16r2 xr" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">)"
          R"(<numFmts count="1"><numFmt numFmtId="176" formatCode="OWN"/></numFmts>)"
          R"(<fonts count="1" x14ac:knownFonts="1"><font><sz val="11"/><name val="游ゴシック"/><family val="2"/><charset val="128"/></font></fonts>)"
          R"(<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>)"
          R"(<cellStyleXfs count="2"><xf numFmtId="14" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf><xf numFmtId="38"/></cellStyleXfs>)"
          R"(<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>)"
          R"(<xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="38" xfId="1"/><xf numFmtId="176" xfId="0" applyNumberFormat="1"/></cellXfs>)"
          R"(<cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><numFmt numFmtId="14" formatCode="x"/></dxf></dxfs></styleSheet>)");
  parts.emplace_back(
      "xl/theme/theme1.xml",
      declaration +
          R"(<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"/>)");
  parts.emplace_back("xl/calcChain.xml", declaration + "<calcChain xmlns=\"" + main_space +
                                             "\"><c r=\"B3\" i=\"1\"/></calcChain>");
  parts.emplace_back("docProps/core.xml", declaration + "<a/>");
  parts.emplace_back("docProps/app.xml", declaration + "<a/>");
}

/// The parts of a file as the Japanese Excel of Microsoft 365 writes them, with all that it adds of
/// its own. No program of Microsoft made it: names, namespaces, attributes and their order follow
/// files of Excel and ECMA-376.
inline Parts excel_parts() {
  Parts parts;
  add_package(parts);
  add_sheet(parts);
  add_shared(parts);
  return parts;
}

/// The same with `old` as `now` in one of its parts, where it must stand.
inline Parts excel_parts_with(std::string_view part, std::string_view old, std::string_view now) {
  Parts parts = excel_parts();
  bool found = false;
  for (auto& [name, bytes] : parts) {
    if (name != part || bytes.find(old) == std::string::npos) continue;
    replace_all(bytes, old, now);
    found = true;
  }
  REQUIRE(found);
  return parts;
}

}  // namespace yokoten
