#include "read/sheet_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <vector>

#include "model/report.h"
#include "read/fitted_number.h"
#include "read/table_builder.h"
#include "read/table_room.h"
#include "read/workbook.h"

namespace yokoten {
namespace {

std::vector<std::string> names_of(const Workbook& book) {
  std::vector<std::string> names;
  for (const Sheet& sheet : book.sheets) names.push_back(sheet.name());
  return names;
}

// Of several the empty ones don't count: spreadsheet programs make a new file with three sheets.
std::vector<std::string> visible_names(const Workbook& book) {
  std::vector<std::string> names, filled;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.visibility() != Visibility::visible) continue;
    names.push_back(sheet.name());
    if (sheet.rows() > 0) filled.push_back(sheet.name());
  }
  return filled.size() == 1 ? filled : names;
}

const Sheet* named_sheet(const Workbook& book, const std::string& name, Findings& findings) {
  if (const Sheet* sheet = book.sheet(name)) return sheet;
  const std::string all = fmt::format("{}", fmt::join(names_of(book), ", "));
  report_error(findings, {book.file, 0, 0}, "table.sheet",
               with_nearest({fmt::format("シート「{}」はありません。あるのは: {}", name, all),
                             fmt::format("there is no sheet {}; there are: {}", name, all)},
                            name, names_of(book)));
  return nullptr;
}

// One that can be seen; of several somebody has to choose.
const Sheet* only_sheet(const Workbook& book, Findings& findings) {
  const std::vector<std::string> names = visible_names(book);
  if (names.size() == 1) return book.sheet(names.front());
  const std::string all = fmt::format("{}", fmt::join(names, ", "));
  report_error(findings, {book.file, 0, 0}, "table.sheet",
               names.empty()
                   ? Message{"見えるシートがありません。sheetで名前を示してください",
                             "no sheet is visible; name one by sheet"}
                   : Message{"シートがいくつもあります。sheetで名前を示してください: " + all,
                             "there are several sheets; name one by sheet: " + all});
  return nullptr;
}

// Hidden sheets may hold what the office did not mean to give away, or the table itself.
void report_unread(const Workbook& book, const Sheet& chosen, Findings& findings) {
  for (const Sheet& sheet : book.sheets)
    if (&sheet != &chosen && sheet.visibility() != Visibility::visible)
      add_finding(
          findings, Level::warning, {book.file, 0, 0}, "sheet.hidden",
          {fmt::format("隠れたシート「{}」は読みませんが、ファイルを公開すれば一緒に公開されます。"
                       "消すか、CSVで保存するか、publish_file = false（公開してよければ "
                       "true）と書いてください",
                       sheet.name()),
           fmt::format("hidden sheet {} is not read, but it goes out where the file does: delete "
                       "it, save the table as CSV, or write publish_file = false (true if it may "
                       "go out)",
                       sheet.name())});
}

/// Counts the results of formulas, which machines can't tell from what somebody wrote.
struct Formulas {
  int count = 0;
  Place first;

  void add(const SheetCell& cell, const std::string& file) {
    if (cell.formula && ++count == 1) first = {file, cell.row, cell.column};
  }

  void report(Findings& findings) const {
    if (count == 0) return;
    add_finding(
        findings, Level::note, first, "sheet.formula",
        {fmt::format("数式のセルが{}個あります。保存された計算結果を読みます（規則1-7）", count),
         fmt::format("{} cells are formulas; the results that were saved are read (rule 1-7)",
                     count)});
  }
};

/// The texts of a row in their columns; made ones live as long as this.
class RowTexts {
 public:
  explicit RowTexts(int columns) : columns_(static_cast<std::size_t>(columns)) {}

  const TableBuilder::Cells& of(const std::vector<SheetCell>& cells) {
    texts_.assign(columns_, {});
    made_.clear();
    for (const SheetCell& cell : cells) {
      std::string_view text = cell.text;
      if (cell.kind == CellKind::number && (cell.percent || fitted_number(cell.text)))
        text = made_.emplace_back(text_in_table(cell));
      texts_[static_cast<std::size_t>(cell.column - 1)] = text;
    }
    return texts_;
  }

 private:
  std::size_t columns_;
  TableBuilder::Cells texts_;
  std::deque<std::string> made_;
};

WorkbookLimits limits_of_book(const TableLimits& limits) {
  WorkbookLimits own;
  own.bytes = limits.bytes;
  own.cell = limits.cell;
  own.columns = std::min(own.columns, limits.columns);
  own.rows = std::min(own.rows, limits.rows);
  own.all_rows = limits.rows;
  return own;
}

bool is_plain_number(std::string_view text) {
  const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
  return !digits.empty() && digits.front() >= '0' && digits.front() <= '9' &&
         digits.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Remembers numbers that the sheet keeps as texts, in rows that are of the table.
class TextNumbers {
 public:
  void add(const std::vector<SheetCell>& cells, const Table* table) {
    if (table == nullptr || table->rows() == 0) return;
    const int row = table->file_row(table->rows() - 1);
    for (const SheetCell& cell : cells) {
      if (cell.row != row || cell.kind != CellKind::text || !is_plain_number(cell.text)) continue;
      CellCount& counted = counts_[cell.column];
      if (counted.count++ == 0) counted.first_row = row;
    }
  }

  void put_into(Table& table) const {
    for (const auto& [column, counted] : counts_) table.set_text_numbers(column, counted);
  }

 private:
  std::map<int, CellCount> counts_;  // by column
};

// All cells of a merge but its first. Merges come by their first rows, so that columns do too.
void cover_merged(const Sheet& sheet, Table& table) {
  for (const CellRange& merge : sheet.merges())
    for (int column = merge.first_column; column <= std::min(merge.last_column, sheet.columns());
         ++column) {
      const int first = merge.first_row + (column == merge.first_column ? 1 : 0);
      if (first <= merge.last_row) table.cover(column, first, merge.last_row);
    }
}

// Whether cells that stand beside each other are merged in a row, within the table's columns.
bool has_merge_beside(const Sheet& sheet, int row, const TableForm& form) {
  return std::ranges::any_of(sheet.merges(), [&](const CellRange& merge) {
    const int first =
        form.range ? std::max(merge.first_column, form.range->first_column) : merge.first_column;
    const int last = form.range && form.range->last_column != 0
                         ? std::min(merge.last_column, form.range->last_column)
                         : merge.last_column;
    return merge.first_row <= row && row <= merge.last_row && first < last;
  });
}

std::set<int> merged_headings(const Sheet& sheet, const TableForm& form) {
  std::set<int> rows;
  for (const int row : form.header)
    if (has_merge_beside(sheet, row, form)) rows.insert(row);
  return rows;
}

std::optional<Table> table_of(const Sheet& sheet, const std::string& file, const TableForm& form,
                              const TableLimits& limits, Findings& findings) {
  TableBuilder builder(file, form, limits, findings);
  builder.set_merged_headings(merged_headings(sheet, form));
  RowTexts texts(sheet.columns());
  std::vector<SheetCell> cells;
  Formulas formulas;
  TextNumbers text_numbers;
  for (int row = 1; row <= sheet.rows(); ++row) {
    sheet.cells_of(row, cells);
    for (const SheetCell& cell : cells) formulas.add(cell, file);
    if (!cells.empty()) builder.take_endless(texts.of(cells), row);
    text_numbers.add(cells, builder.begun());
  }
  formulas.report(findings);
  auto table = builder.made();
  if (table) cover_merged(sheet, *table);
  if (table) text_numbers.put_into(*table);
  return table;
}

}  // namespace

std::string as_percent(std::string_view number) {
  const bool negative = number.starts_with('-');
  if (negative) number.remove_prefix(1);
  if (number.find_first_not_of("0123456789.") != std::string_view::npos)
    return std::string(negative ? "-" : "") + std::string(number) + "×100%";
  const std::size_t point = std::min(number.find('.'), number.size());
  std::string whole(number.substr(0, point));
  std::string rest(number.substr(std::min(point + 1, number.size())));
  rest.resize(std::max<std::size_t>(rest.size(), 2), '0');
  whole += rest.substr(0, 2);
  rest.erase(0, 2);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  return (negative ? "-" : "") + whole + (rest.empty() ? "" : "." + rest) + "%";
}

std::optional<Workbook> read_book(std::string_view bytes, const std::string& file,
                                  Findings& findings, const TableLimits& limits,
                                  const TableForm& form) {
  const WorkbookLimits own = limits_of_book(limits);
  return form.format == TableFormat::ods ? read_ods(bytes, file, findings, own)
                                         : read_xlsx(bytes, file, findings, own);
}

const Sheet* sheet_of(const Workbook& book, const TableForm& form, Findings& findings) {
  return form.sheet.empty() ? only_sheet(book, findings) : named_sheet(book, form.sheet, findings);
}

std::string text_in_table(const SheetCell& cell) {
  if (cell.kind != CellKind::number) return std::string(cell.text);
  std::string number = fitted_number(cell.text).value_or(std::string(cell.text));
  return cell.percent ? as_percent(number) : number;
}

std::optional<Table> read_sheet_table(std::string_view bytes, const std::string& file,
                                      Findings& findings, const TableLimits& limits,
                                      const TableForm& form) {
  const auto book = read_book(bytes, file, findings, limits, form);
  if (!book) return std::nullopt;
  const Sheet* sheet = sheet_of(*book, form, findings);
  if (sheet == nullptr) return std::nullopt;
  report_unread(*book, *sheet, findings);
  const std::string place = file + '#' + sheet->name();
  const std::size_t before = findings.size();
  for (Finding finding : sheet->findings()) {
    finding.place.file = place;
    findings.push_back(std::move(finding));
  }
  auto table = table_of(*sheet, place, form, in_proportion(limits, book->decoded), findings);
  const bool blocked =
      std::any_of(findings.begin() + static_cast<std::ptrdiff_t>(before), findings.end(),
                  [](const Finding& each) { return each.level == Level::error; });
  return blocked ? std::nullopt : std::move(table);
}

}  // namespace yokoten
