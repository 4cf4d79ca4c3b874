// The first byte says which part of an XLSX file the others are: all of it, or one inside a file
// that is sound otherwise.
#include "workbook.h"

namespace {

using namespace yokoten;

const std::string main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const std::string drawings = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

std::string relations(const std::string& list) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         list + "</Relationships>";
}

std::string relation(const std::string& id, const std::string& kind, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + links + "/" + kind + "\" Target=\"" + target +
         "\"/>";
}

fuzz::Parts sound() {
  return {
      {"sheet.xml",
       "<worksheet xmlns=\"" + main_space +
           "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
           "s=\"1\"><v>45548</v></c>"
           "</row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells><drawing "
           "xmlns:r=\"" +
           links + "\" r:id=\"d\"/><legacyDrawing xmlns:r=\"" + links +
           "\" r:id=\"v\"/></worksheet>"},
      {"strings.xml", "<sst xmlns=\"" + main_space + "\"><si><t>a</t></si></sst>"},
      {"styles.xml",
       "<styleSheet xmlns=\"" + main_space +
           "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
      {"book.xml", "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" + links +
                       "\"><sheets><sheet name=\"a\" r:id=\"s\"/></sheets></workbook>"},
      {"_rels/book.xml.rels", relations(relation("s", "worksheet", "sheet.xml") +
                                        relation("t", "sharedStrings", "strings.xml") +
                                        relation("u", "styles", "styles.xml"))},
      {"_rels/.rels", relations(relation("a", "officeDocument", "book.xml"))},
      {"_rels/sheet.xml.rels",
       relations(relation("d", "drawing", "drawing.xml") + relation("v", "vmlDrawing", "old.vml"))},
      {"drawing.xml", "<d:wsDr xmlns:d=\"" + drawings + "\"/>"},
      {"old.vml", "<xml/>"},
  };
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  fuzz::Parts parts = sound();
  const std::size_t which = data[0] % (parts.size() + 1);
  if (which < parts.size()) {
    parts[which].second = std::move(bytes);
    bytes = fuzz::stored(parts);
  }
  Findings findings;
  const auto workbook = read_xlsx(bytes, "raw/a.xlsx", findings, fuzz::small_limits());
  fuzz::check_reading(workbook, findings);
  return 0;
}
