#include "command/book_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "command/row_height.h"
#include "publish/made_workbook.h"

namespace yokoten {

const char* level_word(Level level, Language language) {
  const bool ja = language == Language::ja;
  switch (level) {
    case Level::error:
      return ja ? "誤り" : "error";
    case Level::warning:
      return ja ? "注意" : "warning";
    case Level::note:
      break;
  }
  return ja ? "参考" : "note";
}

namespace {

void write_finding(lxw_worksheet* page, BookFormats& formats, const CellBook& book, lxw_row_t row,
                   const Finding& each, Language language) {
  const auto put = [&](lxw_col_t column, const std::string& text) {
    worksheet_write_string(page, row, column, SheetText(text).c_str(),
                           formats.format(BookLook::entry, "@"));
  };
  worksheet_write_string(page, row, 0, level_word(each.level, language),
                         formats.format(BookLook::entry, "", each.level));
  const std::string inside = book.file + '#';
  const bool here = each.place.file.starts_with(inside);
  const std::string sheet = here ? each.place.file.substr(inside.size()) : std::string();
  put(1, here ? sheet : each.place.file);
  if (here && each.place.row > 0 && book.sheet(sheet) != nullptr) {
    const std::string name = cell_name(each.place.row, std::max(each.place.column, 1));
    std::string quoted;
    for (const char byte : sheet) quoted += byte == '\'' ? std::string("''") : std::string(1, byte);
    worksheet_write_url(page, row, 2, fmt::format("internal:'{}'!{}", quoted, name).c_str(),
                        formats.link());
    worksheet_write_string(page, row, 2, name.c_str(), formats.link());
  } else {
    put(2, each.place.row > 0 ? fmt::format("{}:{}", each.place.row, each.place.column)
                              : std::string());
  }
  put(3, each.message.in(language));
  worksheet_set_row(page, row, row_height(lines_in_column(each.message.in(language), 96)), nullptr);
  put(4, each.code);
}

}  // namespace

void write_findings(lxw_worksheet* page, BookFormats& formats, const CellBook& book,
                    const Findings& findings, Language language) {
  const bool ja = language == Language::ja;
  const std::array<std::pair<const char*, double>, 5> headings = {
      {{ja ? "重さ" : "level", 9},
       {ja ? "シートかファイル" : "sheet or file", 34},
       {ja ? "セルか行:列" : "cell or row:column", 13},
       {ja ? "指摘" : "finding", 96},
       {ja ? "符号" : "code", 24}}};
  for (std::size_t at = 0; at < headings.size(); ++at) {
    const auto column = static_cast<lxw_col_t>(at);
    worksheet_set_column(page, column, column, headings[at].second, nullptr);
    worksheet_write_string(page, 0, column, headings[at].first, formats.format(BookLook::heading));
  }
  lxw_row_t row = 1;
  for (const Level level : {Level::error, Level::warning, Level::note})
    for (const Finding& each : findings)
      if (each.level == level) write_finding(page, formats, book, row++, each, language);
  if (findings.empty())
    worksheet_write_string(page, 1, 3, ja ? "指摘はありません" : "nothing was found",
                           formats.format(BookLook::entry));
  worksheet_freeze_panes(page, 1, 0);
  worksheet_autofilter(page, 0, 0, std::max<lxw_row_t>(row - 1, 1), 4);
  worksheet_set_landscape(page);
  worksheet_set_paper(page, 9);
  worksheet_fit_to_pages(page, 1, 0);
}

}  // namespace yokoten
