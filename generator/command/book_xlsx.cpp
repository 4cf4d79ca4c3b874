#include "command/book_xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "command/book_findings.h"
#include "command/book_formats.h"
#include "command/book_guide.h"
#include "command/book_sheet.h"
#include "publish/made_workbook.h"

namespace yokoten {
namespace {

/// Findings at one cell.
using CellFindings = std::map<std::pair<int, int>, std::vector<const Finding*>>;

CellFindings findings_of(const CellBook& book, const std::string& sheet, const Findings& findings) {
  CellFindings found;
  for (const Finding& each : findings)
    if (each.place.file == book.file + '#' + sheet && each.place.row > 0)
      found[{each.place.row, std::max(each.place.column, 1)}].push_back(&each);
  return found;
}

std::string list_title(const std::string& name) {
  if (name == "prefectures") return "都道府県";
  if (name == "services") return "サービス";
  if (name == "indicators") return "指標の番号";
  if (name == "sizes") return "規模";
  if (name == "technologies") return "技術";
  if (name == "themes") return "テーマ";
  return name;
}

void add_lists(lxw_workbook* book, BookFormats& formats, const BookExtras& extras) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet::lists);
  worksheet_set_tab_color(page, 0x9AA5B1);
  lxw_col_t column = 0;
  for (const auto& [name, words] : extras.lists) {
    worksheet_set_column(page, column, column, 34, nullptr);
    const std::string title = list_title(name);
    worksheet_write_string(page, 0, column, SheetText(title).c_str(),
                           formats.format(BookLook::heading));
    lxw_row_t row = 1;
    for (const std::string& word : words)
      worksheet_write_string(page, row++, column, SheetText(word).c_str(),
                             formats.format(BookLook::entry, "@"));
    ++column;
  }
  worksheet_freeze_panes(page, 1, 0);
}

void add_findings(lxw_workbook* book, BookFormats& formats, const CellBook& cells,
                  const BookExtras& extras) {
  lxw_worksheet* page = workbook_add_worksheet(book, sheet::findings);
  worksheet_set_tab_color(page, 0xC0392B);
  write_findings(page, formats, cells, extras.findings, extras.language);
}

}  // namespace

std::optional<std::string> book_xlsx(const CellBook& book, const BookExtras& extras) {
  return made_workbook([&](lxw_workbook* made) {
    BookFormats formats(made);
    if (extras.annotated) add_findings(made, formats, book, extras);
    if (extras.guide && book.sheet(sheet::guide) == nullptr) write_guide(made, formats);
    for (const BookSheet& each : book.sheets) {
      if (each.name == sheet::findings || each.name == sheet::lists) continue;
      lxw_worksheet* page = workbook_add_worksheet(made, each.name.c_str());
      if (page == nullptr) continue;
      SheetWriter writer(page, formats, each, extras.language);
      for (const auto& [place, said] : findings_of(book, each.name, extras.findings))
        writer.annotate(place.first, place.second, said);
      writer.write(extras.lists);
    }
    add_lists(made, formats, extras);
  });
}

}  // namespace yokoten
