#include <vector>

#include "command/work_list_form.h"
#include "publish/made_workbook.h"

namespace yokoten {
namespace {

struct ListSheet {
  std::string name;
  std::vector<double> widths;  // in letters
  std::vector<std::vector<std::string>> lines;
};

std::vector<std::string> as_vector(const WorkCells& cells) { return {cells.begin(), cells.end()}; }

ListSheet items_sheet(const WorkList& list, Language language) {
  ListSheet sheet{work_sheet(language),
                  {13, 24, 12, 20, 36, 12, 7, 24, 16, 60, 30},
                  {as_vector(work_headings(language))}};
  for (const WorkItem& item : list.items)
    sheet.lines.push_back(as_vector(work_cells(item, language)));
  return sheet;
}

ListSheet progress_sheet(const WorkList& list, Language language) {
  const bool ja = language == Language::ja;
  ListSheet sheet{ja ? "進捗" : "progress", {8, 44, 10, 10}, {}};
  const auto add = [&](const char* what, const std::vector<ReportProgress>& progress) {
    sheet.lines.push_back(
        {ja ? "年度" : "fiscal year", what, ja ? "報告済" : "reported", ja ? "報告義務" : "owed"});
    for (const ReportProgress& each : progress)
      sheet.lines.push_back({std::to_string(each.year), each.name, std::to_string(each.reported),
                             std::to_string(each.owed)});
  };
  add(ja ? "補助事業" : "programme", list.programmes);
  sheet.lines.emplace_back();
  add(ja ? "市町村" : "municipality", list.municipalities);
  return sheet;
}

ListSheet duties_sheet(const WorkList& list, Language language) {
  const bool ja = language == Language::ja;
  ListSheet sheet{ja ? "3年間の報告" : "duty", {13, 24, 12, 44, 8, 8, 10}, {}};
  const WorkCells headings = work_headings(language);
  sheet.lines.push_back({headings[0], headings[1], headings[2], headings[4], headings[6],
                         ja ? "何年目" : "report", ja ? "状況" : "state"});
  for (const NamedDuty& each : list.duties)
    sheet.lines.push_back({each.office, each.name, each.municipality, each.programme,
                           std::to_string(each.year), std::to_string(each.which),
                           duty_word(each.state, language)});
  return sheet;
}

// Every cell is text: office numbers keep their leading zeros, nothing runs as a formula.
void write_sheet(lxw_workbook* book, const ListSheet& sheet, lxw_format* bold,
                 lxw_format* wrapped) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet.name.c_str());
  for (std::size_t at = 0; at < sheet.widths.size(); ++at) {
    const auto column = static_cast<lxw_col_t>(at);
    worksheet_set_column(page, column, column, sheet.widths[at], nullptr);
  }
  for (std::size_t row = 0; row < sheet.lines.size(); ++row)
    for (std::size_t at = 0; at < sheet.lines[row].size(); ++at)
      worksheet_write_string(page, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(at),
                             SheetText(sheet.lines[row][at]).c_str(), row == 0 ? bold : wrapped);
  worksheet_freeze_panes(page, 1, 0);
  worksheet_set_landscape(page);
  worksheet_repeat_rows(page, 0, 0);
}

}  // namespace

std::optional<std::string> work_list_xlsx(const WorkList& list, Language language) {
  return made_workbook([&](lxw_workbook* book) {
    lxw_format* bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_format* wrapped = workbook_add_format(book);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    for (const ListSheet& sheet : {items_sheet(list, language), progress_sheet(list, language),
                                   duties_sheet(list, language)})
      write_sheet(book, sheet, bold, wrapped);
  });
}

}  // namespace yokoten
