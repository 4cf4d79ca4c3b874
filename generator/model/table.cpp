#include "model/table.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "model/figure_reads.h"

namespace yokoten {

Table::Table(std::string file, std::vector<std::string> header, TableOrigin origin)
    : file_(std::move(file)), header_(std::move(header)), origin_(std::move(origin)) {}

Table Table::without_rows() const {
  Table same(file_, header_, origin_);
  same.covered_ = covered_;
  same.units_above_ = units_above_;
  return same;
}

void Table::cover(int file_column, int first_file_row, int last_file_row) {
  covered_[file_column].push_back({first_file_row, last_file_row});
}

CellCount Table::text_numbers(int column) const {
  const auto counted = text_numbers_.find(file_column(column));
  return counted == text_numbers_.end() ? CellCount{} : counted->second;
}

bool Table::is_covered(int row, int column) const {
  if (covered_.empty()) return false;
  const auto all = covered_.find(file_column(column));
  if (all == covered_.end()) return false;
  const int wanted = file_row(row);
  const auto after =
      std::upper_bound(all->second.begin(), all->second.end(), wanted,
                       [](int file_row, const Covered& each) { return file_row < each.first; });
  if (after == all->second.begin() || std::prev(after)->last < wanted) return false;
  return std::none_of(replaced_.begin(), replaced_.end(), [&](const Replaced& each) {
    return each.row == row && each.column == column;
  });
}

void Table::add_row(const std::vector<std::string_view>& cells, int file_row) {
  const bool follows =
      !runs_.empty() && file_row - runs_.back().file_row == rows() - runs_.back().row;
  if (!follows) runs_.push_back({rows(), file_row});
  cells_.add(cells);
}

void Table::append(const Table& others, int lines) {
  for (const Run& run : others.runs_) runs_.push_back({rows() + run.row, lines + run.file_row});
  cells_.append(others.cells_);
}

void Table::add_group(const std::vector<std::string_view>& cells, int file_row, int rows) {
  add_row(cells, file_row);
  rows_behind_.push_back(rows);
}

int Table::rows_behind(int row) const {
  read_notes::add(this);
  return rows_behind_.empty() ? 1 : rows_behind_[static_cast<std::size_t>(row)];
}

void Table::replace(int row, int column, std::string text) {
  for (Replaced& each : replaced_)
    if (each.row == row && each.column == column) return each.text.swap(text);
  replaced_.push_back({row, column, std::move(text)});
}

std::string_view Table::cell(int row, int column) const {
  read_notes::add(this);
  for (const Replaced& each : replaced_)
    if (each.row == row && each.column == column) return each.text;
  return cells_.cell(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
}

void Table::take(int row, std::vector<std::string_view>& into) const {
  read_notes::add(this);
  cells_.take(static_cast<std::size_t>(row), into);
  into.resize(header_.size());
  for (const Replaced& each : replaced_)
    if (each.row == row) into[static_cast<std::size_t>(each.column)] = each.text;
}

bool Table::may_have(int column, const AskText& holds) const {
  read_notes::add(this);
  return cells_.may_have(static_cast<std::size_t>(column), holds) ||
         std::ranges::any_of(replaced_, [&](const Replaced& each) {
           return each.column == column && holds(each.text);
         });
}

std::optional<int> Table::column(std::string_view heading) const {
  auto at = std::find(header_.begin(), header_.end(), heading);
  if (at == header_.end())
    at = std::ranges::find_if(header_, [name = trimmed_text(heading)](const std::string& each) {
      return trimmed_text(each) == name;
    });
  if (at == header_.end()) return std::nullopt;
  return static_cast<int>(at - header_.begin());
}

int Table::file_row(int row) const {
  read_notes::add(this);
  std::size_t at = 0, end = runs_.size();  // by their numbers: faster than by iterators of a deque
  while (end - at > 1) {
    const std::size_t middle = (at + end) / 2;
    (runs_[middle].row <= row ? at : end) = middle;
  }
  return runs_[at].file_row + row - runs_[at].row;
}

std::optional<int> Table::row_at(int file_row) const {
  read_notes::add(this);
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), file_row,
                       [](int wanted, const Run& run) { return wanted < run.file_row; });
  if (after == runs_.begin()) return std::nullopt;
  const Run& run = *std::prev(after);
  const int row = run.row + file_row - run.file_row;
  const int end = after == runs_.end() ? rows() : after->row;
  return row < end ? std::optional(row) : std::nullopt;
}

int Table::file_column(int column) const {
  const auto at = static_cast<std::size_t>(column);
  return at < origin_.columns.size() ? origin_.columns[at] : origin_.first_column + column;
}

Place Table::place(int row, int column) const {
  return {file_, file_row(row), file_column(column)};
}

Place Table::heading_place(int column) const {
  return {file_, origin_.header_row, file_column(column)};
}

}  // namespace yokoten
