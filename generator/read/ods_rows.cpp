#include "read/ods_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace yokoten {

// Beyond the last row and column everything stands in the same place, where only emptiness is let
// in.
void OdsRows::add_column(int repeated, bool hidden) {
  const int last = std::min(sheet_column_ + repeated - 1, limits_.columns);
  if (hidden && sheet_column_ <= last) sheet_.hide_columns(sheet_column_, last);
  sheet_column_ = last + 1;
}

void OdsRows::start_row(int repeated, bool hidden) {
  first_ = std::min(last_, limits_.rows) + 1;
  last_ = std::min(first_ + repeated - 1, limits_.rows + 1);
  column_ = 1;
  cells_.clear();
  merges_.clear();
  if (hidden && first_ <= limits_.rows) sheet_.hide_rows(first_, std::min(last_, limits_.rows));
}

bool OdsRows::span(const OdsRawCell& cell) {
  if (cell.columns_spanned == 1 && cell.rows_spanned == 1) return true;
  const CellRange first{first_, column_, first_ + cell.rows_spanned - 1,
                        column_ + cell.columns_spanned - 1};
  const int last_column = first.last_column + cell.repeated - 1;
  if (first.last_row > limits_.rows || last_column > limits_.columns ||
      (cell.repeated > 1 && cell.columns_spanned > 1))
    return sheet_.refuse("sheet.order",
                         {fmt::format("セルの結合{}が表に収まりません", range_name(first)),
                          fmt::format("the merge {} does not fit the sheet", range_name(first))},
                         first_, column_);
  for (int at = 0; at < cell.repeated; ++at)
    merges_.push_back(
        {first.first_row, first.first_column + at, first.last_row, first.last_column + at});
  return true;
}

bool OdsRows::add_cell(const OdsRawCell& cell, const OdsText& text) {
  if (!span(cell)) return false;
  const CellRun run = ods_cell_run(cell, text, sheet_);
  const int last = std::min(column_ + cell.repeated - 1, limits_.columns + 1);
  const bool holds = run.size > 0 || static_cast<CellKind>(run.kind) == CellKind::error;
  if (holds && last > limits_.columns)
    return sheet_.refuse_limit({fmt::format("列が{}を超えています", limits_.columns),
                                fmt::format("more than {} columns", limits_.columns)},
                               first_, column_);
  if (holds) cells_.push_back({run, column_, last - column_});
  column_ = std::min(last, limits_.columns) + 1;
  return true;
}

bool OdsRows::add_rows(int first, int last) {
  if (!sheet_.start_row(first, last)) return false;
  for (const Placed& cell : cells_)
    if (!sheet_.add(cell.run, cell.column, cell.more)) return false;
  return true;
}

bool OdsRows::add_merges(int row) {
  const int down = row - first_;
  for (const CellRange& merge : merges_)
    if (!sheet_.add_merge(
            {merge.first_row + down, merge.first_column, merge.last_row + down, merge.last_column}))
      return false;
  return true;
}

bool OdsRows::end_row() {
  if (merges_.empty()) return cells_.empty() || add_rows(first_, last_);
  const int last = std::min(last_, limits_.rows);
  if (last > first_ && !sheet_.count_repeated(static_cast<std::size_t>(last - first_ + 1) *
                                              (merges_.size() + cells_.size())))
    return false;
  for (int row = first_; row <= last; ++row)
    if (!add_merges(row) || !add_rows(row, row)) return false;
  return true;
}

}  // namespace yokoten
