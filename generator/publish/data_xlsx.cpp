#include "publish/data_xlsx.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>

#include "base/line_breaks.h"
#include "model/words.h"
#include "publish/made_workbook.h"

namespace yokoten {
namespace {

constexpr std::array<double, 14> kWidths = {40, 10, 14, 12, 16, 11, 11, 14, 12, 12, 9, 10, 18, 48};
constexpr double kTermWidth = 26, kTextWidth = 96, kLineHeight = 16.5;  // letters and points

lxw_format* heading_format(lxw_workbook* book) {
  lxw_format* format = workbook_add_format(book);
  format_set_bold(format);
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_fg_color(format, 0xE8EBF0);
  format_set_bottom(format, LXW_BORDER_THIN);
  return format;
}

/// A format for each way that numbers look, made when the first number needs it.
class NumberFormats {
 public:
  explicit NumberFormats(lxw_workbook* book) : book_(book) {}

  lxw_format* of(const std::string& format) {
    lxw_format*& made = made_[format];
    if (made == nullptr) {
      made = workbook_add_format(book_);
      format_set_num_format(made, SheetText(format).c_str());
    }
    return made;
  }

 private:
  lxw_workbook* book_;
  std::map<std::string, lxw_format*> made_;
};

void write_cell(lxw_worksheet* sheet, NumberFormats& formats, lxw_row_t row, lxw_col_t column,
                const FigureCell& cell) {
  if (cell.number)
    worksheet_write_number(sheet, row, column, *cell.number, formats.of(cell.format));
  else if (!cell.text.empty())
    worksheet_write_string(sheet, row, column, SheetText(cell.text).c_str(), nullptr);
}

void print_on_a4(lxw_worksheet* sheet) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);
  worksheet_fit_to_pages(sheet, 1, 0);
}

void write_figures(lxw_workbook* book, const std::string& name, const DataSheets& sheets,
                   lxw_format* heading) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
  NumberFormats formats(book);
  const auto columns = static_cast<lxw_col_t>(sheets.heads.size());
  for (lxw_col_t at = 0; at < columns; ++at) {
    worksheet_set_column(sheet, at, at, kWidths[at], nullptr);
    worksheet_write_string(sheet, 0, at, SheetText(sheets.heads[at]).c_str(), heading);
  }
  lxw_row_t row = 0;
  for (const auto& cells : sheets.rows) {
    ++row;
    for (lxw_col_t at = 0; at < columns; ++at) write_cell(sheet, formats, row, at, cells[at]);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, row, static_cast<lxw_col_t>(columns - 1));
  worksheet_repeat_rows(sheet, 0, 0);
  print_on_a4(sheet);
}

/// Of a row of notes. Most notes stand in the workbooks of all areas, and finding lines takes long.
double height_of(const std::string& text) {
  thread_local std::unordered_map<std::string, double> heights;
  const auto [at, is_new] = heights.try_emplace(text);
  if (is_new) {
    const std::size_t lines = wrapped_lines(text, kTextWidth / 2, 20).size();
    at->second = kLineHeight * static_cast<double>(std::max<std::size_t>(lines, 1));
  }
  return at->second;
}

void write_notes(lxw_workbook* book, const std::string& name, const DataSheets& sheets,
                 lxw_format* heading) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
  lxw_format* wrapped = workbook_add_format(book);
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  worksheet_set_column(sheet, 0, 0, kTermWidth, nullptr);
  worksheet_set_column(sheet, 1, 1, kTextWidth, nullptr);
  lxw_row_t row = 0;
  for (const SheetNote& note : sheets.notes) {
    worksheet_set_row(sheet, row, height_of(note.text), nullptr);
    worksheet_write_string(sheet, row, 0, SheetText(note.term).c_str(),
                           note.is_heading ? heading : wrapped);
    if (!note.text.empty())
      worksheet_write_string(sheet, row, 1, SheetText(note.text).c_str(), wrapped);
    ++row;
  }
  print_on_a4(sheet);
}

// In `comments`, which a ZIP keeps in docProps/core.xml.
std::string mark_of(const DataSheets& sheets) { return "yokoten " + fingerprint(sheets); }

std::string zipped_part(const std::string& bytes, const char* name) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return {};
  const std::unique_ptr<zip_t, void (*)(zip_t*)> zip(
      zip_open_from_source(source, ZIP_RDONLY, &error), [](zip_t* each) { zip_discard(each); });
  if (!zip) {
    zip_source_free(source);
    return {};
  }
  zip_file_t* part = zip_fopen(zip.get(), name, 0);
  if (part == nullptr) return {};
  std::string text(4096, '\0');  // the part has some 600 bytes
  const auto read = zip_fread(part, text.data(), text.size());
  zip_fclose(part);
  text.resize(static_cast<std::size_t>(std::max<zip_int64_t>(read, 0)));
  return text;
}

}  // namespace

std::optional<std::string> data_xlsx(const Publication& publication, const DataSet& set,
                                     const DataSheets& sheets) {
  const WorkbookForm form{set.title + ' ' + publication.title, publication.publisher,
                          mark_of(sheets), publication.as_of, true};
  return made_workbook(
      [&](lxw_workbook* book) {
        lxw_format* heading = heading_format(book);
        write_figures(book, word_of(publication, "data.figures_sheet"), sheets, heading);
        write_notes(book, word_of(publication, "data.notes_sheet"), sheets, heading);
      },
      form);
}

bool is_made_from(const std::string& xlsx, const DataSheets& sheets) {
  return zipped_part(xlsx, "docProps/core.xml").find(mark_of(sheets)) != std::string::npos;
}

}  // namespace yokoten
