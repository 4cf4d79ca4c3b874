#include "command/book_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "command/book_findings.h"
#include "command/row_height.h"
#include "fold/book_rows.h"
#include "model/period.h"
#include "publish/made_workbook.h"

namespace yokoten {
namespace {

constexpr int guide_width = 110, name_width = 22, value_width = 60, note_width = 64;
constexpr int rows_to_fill_in = 500;    // drop-downs reach so far below the headings
constexpr std::size_t most_note = 250;  // letters of an input message

std::string shortened(const std::string& text, std::size_t letters) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && ++count > letters)
      return text.substr(0, at);
  return text;
}

lxw_row_t row_index(int row) { return static_cast<lxw_row_t>(row - 1); }
lxw_col_t column_index(int column) { return static_cast<lxw_col_t>(column - 1); }

bool write_date(lxw_worksheet* page, const BookCell& cell, lxw_format* format) {
  const auto period = parse_period(cell.text);
  if (!period || (period->kind != PeriodKind::day && period->kind != PeriodKind::month))
    return false;
  const Date date = first_day(*period);
  lxw_datetime moment{};
  moment.year = date.year;
  moment.month = date.month;
  moment.day = date.day;
  return worksheet_write_datetime(page, row_index(cell.row), column_index(cell.column), &moment,
                                  format) == LXW_NO_ERROR;
}

// A spreadsheet reads _x0041_ as A where its first line is not written as _x005F_.
std::string as_written(const std::string& text) {
  constexpr std::size_t length = 7;
  constexpr std::string_view digits = "0123456789ABCDEFabcdef";
  std::string made;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view here = std::string_view(text).substr(at, length);
    const bool code = here.size() == length && here.starts_with("_x") && here.ends_with('_') &&
                      here.substr(2, 4).find_first_not_of(digits) == std::string_view::npos;
    made += code ? "_x005F_" : std::string(1, text[at]);
  }
  return made;
}

bool write_number(lxw_worksheet* page, const BookCell& cell, lxw_format* format) {
  double number = 0;
  const char* end = cell.text.data() + cell.text.size();
  const auto [stop, problem] = std::from_chars(cell.text.data(), end, number);
  return problem == std::errc() && stop == end &&
         worksheet_write_number(page, row_index(cell.row), column_index(cell.column), number,
                                format) == LXW_NO_ERROR;
}

}  // namespace

SheetWriter::SheetWriter(lxw_worksheet* page, BookFormats& formats, const BookSheet& sheet,
                         Language language)
    : page_(page),
      formats_(formats),
      sheet_(sheet),
      form_(form_of(sheet.name)),
      language_(language) {
  find_headings();
}

// As read_tables() finds them.
void SheetWriter::find_headings() {
  int last_seen = 0;
  if (form_ != nullptr) heading_row_ = heading_row_of(sheet_, *form_);
  for (const BookCell& cell : sheet_.cells) {
    last_row_ = std::max(last_row_, cell.row);
    if (form_ == nullptr || trimmed_text(cell.text).empty()) continue;
    if (cell.row != last_seen) {
      last_seen = cell.row;
      remarks_[cell.row] = cell.text.starts_with(remark);
    }
    const std::string text = folded(cell.text);
    if (form_->upright) {
      if (cell.row == heading_row_ && text == "項目") name_column_ = cell.column;
      if (cell.row == heading_row_ && text == "内容") value_column_ = cell.column;
      if (cell.column == name_column_ && cell.row != heading_row_)
        columns_[cell.row] = form_->with_heading(text);
    } else if (cell.row == heading_row_) {
      if (const BookColumn* column = form_->with_heading(text)) columns_[cell.column] = column;
    }
  }
}

void SheetWriter::annotate(int row, int column, const std::vector<const Finding*>& findings) {
  Said& said = said_[{row, column}];
  for (const Finding* each : findings) {
    said.level = std::max(said.level, each->level);
    said.text += (said.text.empty() ? "" : "\n") +
                 fmt::format("【{}】{}（{}）", level_word(each->level, language_),
                             each->message.in(language_), each->code);
  }
}

const BookColumn* SheetWriter::column_at(int row, int column) const {
  const auto found = columns_.find(form_ != nullptr && form_->upright ? row : column);
  return found == columns_.end() ? nullptr : found->second;
}

BookLook SheetWriter::look_of(int row, int column) const {
  if (form_ == nullptr) return look_of_other(row, column);
  const BookColumn* known = column_at(row, column);
  if (row == heading_row_)
    return known != nullptr && known->required ? BookLook::required_heading : BookLook::heading;
  if (const auto found = remarks_.find(row); found != remarks_.end() && found->second)
    return BookLook::aside;
  if (form_->upright && column == name_column_) return BookLook::fixed;
  if (form_->upright && column != value_column_) return BookLook::aside;
  return known != nullptr && known->required ? BookLook::required_entry : BookLook::entry;
}

BookLook SheetWriter::look_of_other(int row, int column) const {
  if (sheet_.name != sheet::guide) return BookLook::plain;
  if (row == 1) return BookLook::title;
  for (const BookCell& cell : sheet_.cells)
    if (cell.row == row && cell.column == column && cell.text.starts_with("■"))
      return BookLook::fixed;
  return BookLook::guide;
}

void SheetWriter::write_cell(const BookCell& cell) {
  const BookLook look = look_of(cell.row, cell.column);
  const bool entry = look == BookLook::entry || look == BookLook::required_entry;
  const BookColumn* column = column_at(cell.row, cell.column);
  const auto said = said_.find({cell.row, cell.column});
  std::optional<Level> level;
  if (said != said_.end()) level = said->second.level;
  std::string number = entry && column != nullptr ? number_format(*column) : "";
  const bool month = cell.text.size() == 7;
  if (cell.kind == BookCellKind::date) number = month ? "yyyy-mm" : "yyyy-mm-dd";
  lxw_format* format = formats_.format(look, number, level);
  if (cell.kind == BookCellKind::date && write_date(page_, cell, format)) return;
  if (cell.kind == BookCellKind::number && write_number(page_, cell, format)) return;
  if (cell.kind == BookCellKind::truth) {
    worksheet_write_boolean(page_, row_index(cell.row), column_index(cell.column),
                            cell.text == "TRUE" ? 1 : 0, format);
    return;
  }
  // A formula without a saved result has no word of its own.
  const bool no_result = cell.kind == BookCellKind::error && cell.text == "?";
  const std::string text = as_written(cell.text);
  worksheet_write_string(page_, row_index(cell.row), column_index(cell.column),
                         no_result ? "#N/A" : SheetText(text).c_str(), format);
}

void SheetWriter::write_blank(int row, int column) {
  const auto said = said_.find({row, column});
  std::optional<Level> level;
  if (said != said_.end()) level = said->second.level;
  const BookColumn* known = column_at(row, column);
  worksheet_write_blank(
      page_, row_index(row), column_index(column),
      formats_.format(look_of(row, column), known == nullptr ? "" : number_format(*known), level));
}

void SheetWriter::set_columns() {
  if (form_ == nullptr) {
    worksheet_set_column(page_, 0, 0, width_at(1), nullptr);
    return;
  }
  if (form_->upright) {
    for (int column = 1; column <= std::max(3, value_column_); ++column)
      worksheet_set_column(page_, column_index(column), column_index(column), width_at(column),
                           nullptr);
    return;
  }
  for (const auto& [at, column] : columns_)
    worksheet_set_column(
        page_, column_index(at), column_index(at), column->width,
        formats_.format(column->required ? BookLook::required_entry : BookLook::entry,
                        number_format(*column)));
}

int SheetWriter::width_at(int column) const {
  if (form_ == nullptr) return sheet_.name == sheet::guide ? guide_width : 20;
  if (form_->upright)
    return column == name_column_ ? name_width : column == value_column_ ? value_width : note_width;
  const auto found = columns_.find(column);
  return found == columns_.end() || found->second == nullptr ? 9 : found->second->width;
}

// Bodies of pages would make rows as high as a screen.
void SheetWriter::set_rows() {
  std::map<int, int> lines;
  constexpr int most_lines = 12;
  for (const BookCell& cell : sheet_.cells) {
    int& most = lines[cell.row];
    most = std::clamp(lines_in_column(cell.text, width_at(cell.column)), std::max(most, 1),
                      most_lines);
  }
  for (const auto& [row, count] : lines)
    worksheet_set_row(page_, row_index(row), row_height(count) + (row == heading_row_ ? 6 : 0),
                      nullptr);
}

void SheetWriter::add_validation(const BookColumn& column, int first_row, int last_row, int at,
                                 const std::map<std::string, std::vector<std::string>>& lists) {
  lxw_data_validation rule{};
  std::string error_title = "選べない言葉です", error_message = "右の▼から選んでください";
  std::vector<std::string> labels;
  std::vector<char*> words;
  std::string formula;
  std::string title = shortened(column.heading, 30);
  std::string note = shortened(column.note, most_note);
  rule.validate = LXW_VALIDATION_TYPE_ANY;
  for (const BookWord& word : column.words) labels.push_back(word.label);
  if (column.entry == Entry::truth) labels = {"はい", "いいえ"};
  for (std::string& label : labels) words.push_back(label.data());
  words.push_back(nullptr);
  if (!labels.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = words.data();
  } else if (const BookForm* other = form_of(column.offered)) {
    formula = fmt::format("='{}'!$A$3:$A${}", other->name, rows_to_fill_in);
  } else if (const auto list = lists.find(column.offered);
             list != lists.end() && !list->second.empty()) {
    const auto place = static_cast<int>(std::distance(lists.begin(), list)) + 1;
    const std::string letter = cell_name(0, place);
    formula =
        fmt::format("='{}'!${}$2:${}${}", sheet::lists, letter, letter, list->second.size() + 1);
  }
  if (!formula.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = formula.data();
  }
  if (rule.validate == LXW_VALIDATION_TYPE_ANY && note.empty()) return;
  rule.ignore_blank = LXW_VALIDATION_ON;
  // A code may stand in place of its word; what is none, check says.
  rule.show_error = LXW_VALIDATION_OFF;
  if (column.entry == Entry::word || column.entry == Entry::truth) {
    rule.show_error = LXW_VALIDATION_ON;
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_title = error_title.data();
    rule.error_message = error_message.data();
  }
  if (!note.empty()) {
    rule.input_title = title.data();
    rule.input_message = note.data();
  }
  worksheet_data_validation_range(page_, row_index(first_row), column_index(at),
                                  row_index(last_row), column_index(at), &rule);
}

void SheetWriter::add_validations(const std::map<std::string, std::vector<std::string>>& lists) {
  for (const auto& [at, column] : columns_) {
    if (column == nullptr) continue;
    if (form_->upright)
      add_validation(*column, at, at, value_column_, lists);
    else
      add_validation(*column, heading_row_ + 1, std::max(rows_to_fill_in, last_row_ + 100), at,
                     lists);
  }
}

void SheetWriter::add_notes() {
  lxw_comment_options options{};
  constexpr std::uint16_t width = 320, line_height = 22, letters_in_line = 22;
  options.width = width;
  std::string author = "yokoten";
  options.author = author.data();
  for (const auto& [place, said] : said_) {
    const auto lines = said.text.size() / (3UL * letters_in_line) + 2;
    options.height = static_cast<std::uint16_t>(std::min<std::size_t>(lines, 20) * line_height);
    worksheet_write_comment_opt(page_, row_index(place.first), column_index(place.second),
                                SheetText(said.text).c_str(), &options);
  }
}

// One page wide where that can still be read.
void SheetWriter::set_print() {
  constexpr int readable = 190;
  constexpr std::uint16_t scale = 55;
  int width = form_ == nullptr || form_->upright ? guide_width : 0;
  if (width == 0)
    for (const auto& [at, column] : columns_) width += column->width;
  worksheet_set_landscape(page_);
  worksheet_set_paper(page_, 9);  // A4
  if (width <= readable) {
    worksheet_fit_to_pages(page_, 1, 0);
    return;
  }
  worksheet_set_print_scale(page_, scale);
  worksheet_repeat_columns(page_, 0, 0);
}

void SheetWriter::write(const std::map<std::string, std::vector<std::string>>& lists) {
  set_columns();
  set_rows();
  std::map<std::pair<int, int>, bool> filled;
  for (const BookCell& cell : sheet_.cells) {
    filled[{cell.row, cell.column}] = true;
    write_cell(cell);
  }
  for (const auto& [place, said] : said_)
    if (!filled.contains(place)) write_blank(place.first, place.second);
  if (form_ != nullptr && form_->upright)
    for (const auto& [row, column] : columns_)
      if (!filled.contains({row, value_column_}) && !said_.contains({row, value_column_}))
        write_blank(row, value_column_);
  if (form_ != nullptr) {
    worksheet_freeze_panes(page_, row_index(std::max(heading_row_, 1) + 1), form_->upright ? 1 : 2);
    add_validations(lists);
    worksheet_set_tab_color(page_, form_->required ? 0x0B4F6C : 0x7FA3B2);
  }
  add_notes();
  if (sheet_.hidden) worksheet_hide(page_);
  set_print();
  if (heading_row_ > 0)
    worksheet_repeat_rows(page_, row_index(heading_row_), row_index(heading_row_));
}

}  // namespace yokoten
