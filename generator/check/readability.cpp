#include "check/readability.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "check/readable_cells.h"

namespace yokoten {
namespace {

/// What one rule says of one table so far.
struct Breach {
  int count = 0;
  Place first;
  std::string example;
};

/// A rule of the check list with its number there.
struct Rule {
  std::string_view code;    // behind readable.
  std::string_view number;  // there; empty for none
  const char* ja;
  const char* en;
};

// In the order of the list. {} are the count and an example.
constexpr std::array<Rule, 13> kRules = {{
    {"header", "",
     "見出しの終わりの行の上に{}行あります（{}"
     "行目が見出し）。題や説明は別のシートに移し、見出しを1行だけ、1行目に置いてください",
     "{} rows stand above the last row of headings (row {}); put titles elsewhere, and the "
     "headings in one row, the first"},
    {"two_things", "1-2",
     "一つのセルに二つの内容（数値と注など）が{}か所あります（例 {}）。列を分けてください",
     "{} cells hold two things, such as a number and a note ({}); give each a column"},
    {"digits_only", "1-3",
     "数値のセルに文字や桁区切りが{}か所あります（例 {}）。数字だけにしてください",
     "{} cells of figures hold more than digits ({}); leave the digits only"},
    {"text_number", "1-3",
     "文字列として保存された数値が{}か所あります（例 {}）。数値のセルにしてください",
     "{} figures are kept as texts ({}); let their cells be numbers"},
    {"blanks", "1-5", "体裁のための空白や改行が{}か所あります（例 {}）。取り除いてください",
     "{} cells hold blanks or line breaks for the looks ({}); take them away"},
    {"left_out", "1-6",
     "すぐ上と同じなので省いた名前が{}か所あります（例 {}の次の行）。すべての行に書いてください",
     "{} names are left out because the row above has them (below {}); write them in every row"},
    {"unit", "1-9",
     "単位の分からない見出しが{}か所あります（例 {}）。見出しに（円）や（%）のように書いてください",
     "{} headings do not say their unit ({}); write it in brackets, such as (%)"},
    {"letters", "1-10", "機種によって変わる文字が{}字あります（例 {}）。ほかの書き方にしてください",
     "{} characters depend on the machine ({}); write them in another way"},
    {"era", "1-11", "西暦のない和暦の時点が{}か所あります（例 {}）。西暦で書くか併記してください",
     "{} periods are in Japanese eras only ({}); write the western year too"},
    {"symbol", "1-13",
     "数値の列に、ならわしにない記号が{}か所あります（例 {}）。-、…、x、*** のどれかにしてください",
     "{} symbols among figures are not the usual ones ({}); use -, …, x or ***"},
    {"gap", "2-1", "表が空の行のために{}か所で切れています（{}行目から）。一つに続けてください",
     "empty rows cut the table in {} places (from row {}); let it run on"},
    {"tables", "2-2",
     "見出しが表の中でくり返されています（{}回、{}行目から）。一つのシートに一つの表にしてください",
     "the headings come again {} times (from row {}); keep one table on a sheet"},
    {"other_table", "2-2",
     "読まない行に別の表が{}つあるようです（{}行目から）。一つのシートに一つの表にしてください",
     "{} other tables seem to stand in rows that are not read (from row {}); keep one table on a "
     "sheet"},
}};

constexpr int heading_row = -1;

class Reading {
 public:
  Reading(const Subject& subject, int number)
      : subject_(subject),
        number_(number),
        source_(subject.source(number)),
        table_(subject.table(number)) {
    const std::set<int> figures = figure_columns(source_, table_);
    for (const std::string& heading : table_.header())
      columns_.push_back(column_of(heading, figures.contains(static_cast<int>(columns_.size()))));
  }

  void read() {
    const Place heading = table_.heading_place(0);
    if (heading.row > 1) add("header", heading, std::to_string(heading.row), heading.row - 1);
    for (int column = 0; column < table_.columns(); ++column) read_heading(column);
    const bool runs_on = is_one_below_the_other();
    if (!runs_on || may_have_news()) read_rows(runs_on);
    for (const int row : table_.other_tables())
      add("other_table", {table_.file(), row, 0}, std::to_string(row));
    report();
  }

 private:
  struct Column {
    bool is_figure = false, is_period = false, names_area = false, names_part = false;
    bool is_group = false;       ///< the framework's own ①②③
    std::string_view fine = {};  ///< the last text of which there was nothing to say

    // Of most cells there is nothing to say, as one look at their letters tells.
    bool is_plain(std::string_view cell) const {
      if (cell.empty()) return false;
      if (is_figure) return is_plain_number(cell);
      const bool may_be_in_era = is_period && (cell.front() < '0' || cell.front() > '9');
      return !may_be_in_era && is_one_word(cell);
    }
  };

  void read_rows(bool runs_on) {
    for (int row = 0; row < table_.rows(); ++row) {
      table_.take(row, cells_);
      for (std::size_t at = 0; at < columns_.size(); ++at)
        if (!columns_[at].is_plain(cells_[at])) read_new_cell(row, static_cast<int>(at));
      if (!runs_on) read_gap(row);
      read_headings_again(row);
    }
  }
  Column column_of(const std::string& heading, bool is_figure) const {
    return {.is_figure = is_figure,
            .is_period = heading == source_.period_column,
            .names_area = heading == source_.area_column || heading == source_.prefecture_column,
            .names_part = std::ranges::any_of(
                source_.breakdown, [&](const auto& each) { return each.second == heading; }),
            .is_group = source_.report && heading == source_.report->group};
  }
  void read_heading(int column);
  void read_figure_heading(const std::string& heading, int column);
  void read_text_numbers(int column);
  bool is_skipped(int file_row) const;
  void read_new_cell(int row, int column);
  void read_cell(int row, int column);
  // Totals have no area and no part; below another prefecture no town is that of the row above.
  bool is_left_out(int row, const Column& column) const {
    if (subject_.role(number_, row) != RowRole::counted) return false;
    return (column.names_area && !is_of_next_prefecture(row)) || column.names_part;
  }
  bool is_of_next_prefecture(int row) const {
    const auto column = table_.column(source_.prefecture_column);
    if (source_.prefecture_column.empty() || !column) return false;
    const std::string_view own = trimmed_text(table_.cell(row, *column));
    return !own.empty() && own != trimmed_text(table_.cell(row - 1, *column));
  }
  void read_letters(std::string_view text, int row, int column);
  void read_figure(std::string_view cell, int row, int column);
  Place place(int row, int column) const {
    return row == heading_row ? table_.heading_place(column) : table_.place(row, column);
  }
  // Whether there may be something to say of a cell, or headings that come again.
  bool may_have_news() const {
    bool may_be_headings = true;
    for (int column = 0; column < table_.columns(); ++column) {
      const Column& own = columns_[static_cast<std::size_t>(column)];
      if (table_.may_have(column, [&](std::string_view cell) { return !own.is_plain(cell); }))
        return true;
      may_be_headings = may_be_headings && may_have_heading(column);
    }
    return may_be_headings;
  }
  bool may_have_heading(int column) const {
    const std::string& heading = table_.header()[static_cast<std::size_t>(column)];
    return is_plain_number(heading) ||
           table_.may_have(column, [&](std::string_view cell) { return cell == heading; });
  }
  // As in most tables: then there is no gap to look for.
  bool is_one_below_the_other() const {
    const int rows = table_.rows();
    return rows == 0 || table_.file_row(rows - 1) - table_.file_row(0) == rows - 1;
  }
  void read_gap(int row);
  void read_headings_again(int row);
  void add(std::string_view code, const Place& place, std::string_view example, int count = 1);
  void add(std::string_view code, int row, int column, std::string_view example, int count = 1);
  void report() const;

  const Subject& subject_;
  int number_;
  const Source& source_;
  const Table& table_;
  std::vector<Column> columns_;
  std::vector<std::string_view> cells_;  ///< of the row that is read
  int file_row_ = 0;                     ///< of the row before
  int told_ = 0;
  std::map<std::string, Breach> breaches_;
};

void Reading::add(std::string_view code, const Place& place, std::string_view example, int count) {
  Breach& breach = breaches_[std::string(code)];
  if (breach.count == 0) breach = {0, place, std::string(example)};
  breach.count += count;
  ++told_;
}

void Reading::add(std::string_view code, int row, int column, std::string_view example, int count) {
  add(code, place(row, column), example, count);
}

void Reading::read_heading(int column) {
  const std::string& heading = table_.header()[static_cast<std::size_t>(column)];
  if (is_spaced(heading) || table_.has_spaced_heading(column))
    add("blanks", heading_row, column, trimmed_text(heading));
  read_letters(heading, heading_row, column);
  if (columns_[static_cast<std::size_t>(column)].is_figure) read_figure_heading(heading, column);
}

void Reading::read_figure_heading(const std::string& heading, int column) {
  if (lacks_unit(heading)) add("unit", heading_row, column, heading);
  if (any_part_in_era(heading)) add("era", heading_row, column, heading);
  read_text_numbers(column);
}

void Reading::read_text_numbers(int column) {
  const CellCount texts = table_.text_numbers(column);
  if (texts.count == 0) return;
  const auto row = table_.row_at(texts.first_row);
  add("text_number", {table_.file(), texts.first_row, table_.file_column(column)},
      row ? table_.cell(*row, column) : std::string_view(), texts.count);
}

void Reading::read_letters(std::string_view text, int row, int column) {
  const std::vector<std::string> odd = odd_letters(text);
  if (!odd.empty()) add("letters", row, column, odd.front(), static_cast<int>(odd.size()));
}

// A number whose sign is how a spreadsheet shows it.
bool is_percentage_of_sheet(const Source& source, std::string_view cell) {
  const std::string& file = source.file;
  if (!file.ends_with(".xlsx") && !file.ends_with(".xlsm") && !file.ends_with(".ods")) return false;
  return cell.ends_with('%') && figure_form(cell.substr(0, cell.size() - 1)) == FigureForm::digits;
}

void Reading::read_figure(std::string_view cell, int row, int column) {
  if (is_percentage_of_sheet(source_, cell)) return;
  switch (figure_form(cell)) {
    case FigureForm::digits:
      return;
    case FigureForm::dressed:
      return add("digits_only", row, column, cell);
    case FigureForm::with_note:
      return add("two_things", row, column, cell);
    case FigureForm::symbol:
      return add("symbol", row, column, cell);
  }
}

// Of a text of which there was nothing to say there is nothing to say in the row below either.
void Reading::read_new_cell(int row, int column) {
  const auto at = static_cast<std::size_t>(column);
  const std::string_view cell = cells_[at];
  std::string_view& fine = columns_[at].fine;
  if (!cell.empty() && cell == fine) return;
  const int before = told_;
  read_cell(row, column);
  fine = told_ == before ? cell : std::string_view();
}

void Reading::read_cell(int row, int column) {
  const Column& own = columns_[static_cast<std::size_t>(column)];
  const std::string_view cell = cells_[static_cast<std::size_t>(column)];
  if (cell.empty()) {
    if (row > 0 && is_left_out(row, own))
      add("left_out", row, column, table_.cell(row - 1, column));
    return;
  }
  if (!own.is_group) read_letters(cell, row, column);
  if (own.is_figure) return read_figure(trimmed_text(cell), row, column);
  if (is_spaced(cell)) add("blanks", row, column, trimmed_text(cell));
  if (own.is_period && in_era(cell)) add("era", row, column, cell);
}

bool Reading::is_skipped(int file_row) const {
  return std::ranges::any_of(source_.skipped, [&](const auto& span) {
    return span.first <= file_row && file_row <= span.second;
  });
}

void Reading::read_gap(int row) {
  const int own = table_.file_row(row), before = std::exchange(file_row_, own);
  if (row == 0 || own == before + 1 || table_.is_grouped() || source_.leaves_rows_out) return;
  int missing = before + 1;
  while (missing < own && is_skipped(missing)) ++missing;
  if (missing >= own) return;
  add("gap", {table_.file(), own, 0}, std::to_string(own));
}

void Reading::read_headings_again(int row) {
  if (!std::equal(cells_.begin(), cells_.end(), table_.header().begin())) return;
  add("tables", table_.place(row, 0), std::to_string(table_.file_row(row)));
}

void Reading::report() const {
  for (const Rule& rule : kRules) {
    const auto found = breaches_.find(std::string(rule.code));
    if (found == breaches_.end()) continue;
    const Breach& breach = found->second;
    const std::string example = shortened(breach.example);
    const bool numbered = !rule.number.empty();
    subject_.note(breach.first, "readable." + std::string(rule.code),
                  {fmt::format(fmt::runtime(rule.ja), breach.count, example) +
                       (numbered ? fmt::format("（規則{}）", rule.number) : ""),
                   fmt::format(fmt::runtime(rule.en), breach.count, example) +
                       (numbered ? fmt::format(" (rule {})", rule.number) : "")});
  }
}

}  // namespace

void note_readability(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number)
    if (subject.table(number).columns() > 0) Reading(subject, number).read();
}

}  // namespace yokoten
