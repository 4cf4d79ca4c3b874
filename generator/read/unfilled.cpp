#include "read/unfilled.h"

#include <algorithm>

#include "base/text.h"
#include "model/report.h"

namespace yokoten {
namespace {

constexpr std::string_view unfilled_mark = "【記入";

}  // namespace

void report_unfilled(std::string_view bytes, const std::string& file, Findings& findings) {
  int row = 1;
  for (std::size_t start = 0; start < bytes.size(); ++row) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view line = bytes.substr(start, end - start);
    const std::size_t at = line.find(unfilled_mark);
    if (at != std::string_view::npos && !line.starts_with('#'))
      report_warning(findings, {file, row, letters_in(line.substr(0, at)) + 1},
                     "publication.unfilled",
                     {"まだ書き換えていません。【記入…】を取り、内容を書いてください",
                      "this is still to be written; put the text in place of 【記入…】"});
    start = end + 1;
  }
}

}  // namespace yokoten
