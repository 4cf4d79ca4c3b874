#include "read/workbook.h"

#include <algorithm>

namespace yokoten {
namespace {

bool holds(const std::vector<CellSpan>& spans, int at) {
  const auto after =
      std::upper_bound(spans.begin(), spans.end(), at,
                       [](int wanted, const CellSpan& s) { return wanted < s.first; });
  return after != spans.begin() && std::prev(after)->last >= at;
}

int last_column(const CellRun& run) { return run.column + run.more; }

}  // namespace

Sheet::Sheet(SheetParts parts) : parts_(std::move(parts)) {
  if (!parts_.rows.empty()) rows_ = parts_.rows.back().last;
  for (const CellRun& run : parts_.cells) columns_ = std::max(columns_, last_column(run));
}

bool Sheet::is_row_hidden(int row) const { return holds(parts_.hidden_rows, row); }

bool Sheet::is_column_hidden(int column) const { return holds(parts_.hidden_columns, column); }

const RowRun* Sheet::run_of(int row) const {
  const auto after = std::upper_bound(parts_.rows.begin(), parts_.rows.end(), row,
                                      [](int wanted, const RowRun& r) { return wanted < r.first; });
  if (after == parts_.rows.begin() || std::prev(after)->last < row) return nullptr;
  return &*std::prev(after);
}

SheetCell Sheet::shown(const CellRun& run, int row, int column) const {
  SheetCell cell{row, column, static_cast<CellKind>(run.kind)};
  cell.formula = run.formula != 0;
  cell.ruby = run.ruby != 0;
  cell.inline_text = run.inline_text != 0;
  cell.percent = run.percent != 0;
  cell.hidden = is_row_hidden(row) || is_column_hidden(column);
  cell.text = std::string_view(*parts_.text).substr(run.text, run.size);
  return cell;
}

SheetCell Sheet::own_cell(int row, int column) const {
  SheetCell none{row, column};
  none.hidden = is_row_hidden(row) || is_column_hidden(column);
  const RowRun* found = run_of(row);
  if (found == nullptr) return none;
  const auto begin = parts_.cells.begin() + found->cells;
  const bool last = found == &parts_.rows.back();
  const auto end = last ? parts_.cells.end() : parts_.cells.begin() + (found + 1)->cells;
  const auto run = std::lower_bound(
      begin, end, column, [](const CellRun& r, int wanted) { return last_column(r) < wanted; });
  return run == end || run->column > column ? none : shown(*run, row, column);
}

SheetCell Sheet::cell(int row, int column) const {
  const auto merge = parts_.merges.at(row, column);
  if (!merge || (merge->first_row == row && merge->first_column == column))
    return own_cell(row, column);
  SheetCell cell = own_cell(merge->first_row, merge->first_column);
  cell.row = row;
  cell.column = column;
  cell.merged = true;
  cell.hidden = is_row_hidden(row) || is_column_hidden(column);
  return cell;
}

void Sheet::add_own(int row, const std::vector<CellRange>& merges,
                    std::vector<SheetCell>& cells) const {
  const RowRun* found = run_of(row);
  if (found == nullptr) return;
  const bool last = found == &parts_.rows.back();
  const std::size_t end = last ? parts_.cells.size() : (found + 1)->cells;
  auto merge = merges.begin();
  for (std::size_t at = found->cells; at < end; ++at)
    for (int column = parts_.cells[at].column; column <= last_column(parts_.cells[at]); ++column) {
      while (merge != merges.end() && merge->last_column < column) ++merge;
      if (merge == merges.end() || !merge->covers(row, column))
        cells.push_back(shown(parts_.cells[at], row, column));
    }
}

void Sheet::add_merged(int row, const CellRange& merge, std::vector<SheetCell>& cells) const {
  SheetCell cell = own_cell(merge.first_row, merge.first_column);
  if (cell.kind == CellKind::empty) return;
  for (int column = merge.first_column; column <= std::min(merge.last_column, columns_); ++column) {
    cell.row = row;
    cell.column = column;
    cell.merged = row != merge.first_row || column != merge.first_column;
    cell.hidden = is_row_hidden(row) || is_column_hidden(column);
    cells.push_back(cell);
  }
}

void Sheet::cells_of(int row, std::vector<SheetCell>& cells) const {
  cells.clear();
  if (row < 1 || row > rows_) return;
  const std::vector<CellRange> merges = parts_.merges.crossing(row);
  add_own(row, merges, cells);
  if (merges.empty()) return;
  for (const CellRange& merge : merges) add_merged(row, merge, cells);
  std::sort(cells.begin(), cells.end(),
            [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
}

const Sheet* Workbook::sheet(std::string_view name) const {
  for (const Sheet& sheet : sheets)
    if (sheet.name() == name) return &sheet;
  return nullptr;
}

}  // namespace yokoten
