// The first byte says what the others are: a whole ODS file, its content, or the rows of a table.
#include "workbook.h"

namespace {

using namespace yokoten;

std::string content_of(const std::string& rows) {
  const std::string urn = "urn:oasis:names:tc:opendocument:xmlns:";
  return "<office:document-content xmlns:office=\"" + urn + "office:1.0\" xmlns:table=\"" + urn +
         "table:1.0\" xmlns:text=\"" + urn + "text:1.0\" xmlns:style=\"" + urn +
         "style:1.0\" xmlns:draw=\"" + urn +
         "drawing:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:"
         "calcext:1.0\"><office:body><office:spreadsheet><table:table table:name=\"a\">" +
         rows + "</table:table></office:spreadsheet></office:body></office:document-content>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 3 != 0) {
    if (data[0] % 3 == 1) bytes = content_of(bytes);
    bytes = fuzz::stored({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                          {"content.xml", std::move(bytes)}});
  }
  Findings findings;
  const auto workbook = read_ods(bytes, "raw/a.ods", findings, fuzz::small_limits());
  fuzz::check_reading(workbook, findings);
  return 0;
}
