#include "read/encoding_report.h"

#include <fmt/format.h>

#include "model/report.h"

namespace yokoten {

void report_no_letter(Encoding encoding, Place place, Findings& findings) {
  report_error(findings, std::move(place), "table.encoding",
               {fmt::format("{}として正しくない文字があります", name_of(encoding)),
                fmt::format("there are bytes that are not {}", name_of(encoding))});
}

void report_mark(Encoding declared, const std::string& file, Findings& findings) {
  report_error(
      findings, {file, 1, 1}, "table.encoding",
      {fmt::format("文字コードを{}としていますが、ファイルの先頭の印（BOM）は別の文字コードです",
                   name_of(declared)),
       fmt::format("said to be {}, but the file's mark (BOM) is of another encoding",
                   name_of(declared))});
}

}  // namespace yokoten
