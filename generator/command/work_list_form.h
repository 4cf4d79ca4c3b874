#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/disk.h"
#include "check/work_list.h"

namespace yokoten {

/// The name of the sheet of items.
std::string work_sheet(Language language);
/// What stands in one line of the work list, in the order of its columns.
using WorkCells = std::array<std::string, 11>;
/// The columns' headings; the last one is left for the office's answer.
WorkCells work_headings(Language language);
WorkCells work_cells(const WorkItem& item, Language language);

/// 報告済, 未報告 …
std::string duty_word(DutyState state, Language language);

/// For a terminal: items, what was set aside, progress, who still owes which year.
std::string work_list_text(const WorkList& list, Language language);
/// Items only, for a spreadsheet: UTF-8 with a byte order mark, CRLF.
std::string work_list_csv(const WorkList& list, Language language);
/// One JSON object with a line end.
std::string work_list_json(const WorkList& list, Language language);
/// A workbook with a sheet of items to send to offices, one of progress, one of duties. Empty when
/// it can't be made.
std::optional<std::string> work_list_xlsx(const WorkList& list, Language language);

/// Whether it is one of those names; otherwise the same finding.
bool is_work_list_name(const std::string& file, Findings& findings);
/// Writes the list in the form that the end of the name says (.csv, .json, .xlsx). False with a
/// finding (work_list.file) where the file is part of `publication`, holds answers or something
/// else, or can't be written.
bool write_work_list(Disk& disk, const std::string& publication, const std::string& file,
                     const WorkList& list, Language language, Findings& findings);

}  // namespace yokoten
