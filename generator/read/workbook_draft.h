#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "read/workbook.h"

namespace yokoten {

/// What reading one spreadsheet file has come to so far: its text, what was counted, what was
/// wrong.
struct WorkbookDraft {
  WorkbookDraft(const std::string& file_, const WorkbookLimits& limits_, Findings& findings_);

  const std::string& file;
  WorkbookLimits limits;
  Findings& findings;
  std::shared_ptr<std::string> text = std::make_shared<std::string>();  ///< of all cells
  std::size_t decoded = 0, cells = 0, shown = 0, merges = 0, repeated = 0;
  long long rows = 0;
  std::set<std::string> names;  ///< of sheets
  bool refused = false;         ///< whether an error was reported that nothing can be read after

  /// Reports an error that ends the reading; false, to be returned.
  bool refuse(std::string code, Message message, int row = 0, int column = 0);
  /// The same with the code `table.limit`.
  bool refuse_limit(Message message, int row = 0, int column = 0);
  bool refuse_password();

  /// Whether the file has at most as many bytes as allowed and begins as a ZIP archive does;
  /// `format` is .xlsx or .ods. Reports what it is instead.
  bool is_archive(std::string_view bytes, std::string_view format);
};

}  // namespace yokoten
