#include "model/table.h"

#include <algorithm>

namespace yokoten {

Table::Table(std::string file, std::vector<std::string> header, TableOrigin origin)
    : file_(std::move(file)), header_(std::move(header)), origin_(std::move(origin)) {}

void Table::add_row(const std::vector<std::string_view>& cells, int file_row) {
  for (std::size_t at = 0; at < header_.size(); ++at) {
    if (at < cells.size()) text_ += cells[at];
    ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
  file_rows_.push_back(file_row);
}

void Table::replace(int row, int column, std::string text) {
  const auto number =
      static_cast<std::size_t>(row) * header_.size() + static_cast<std::size_t>(column);
  replaced_.emplace_back(number, std::move(text));
}

std::string_view Table::cell(int row, int column) const {
  const auto number =
      static_cast<std::size_t>(row) * header_.size() + static_cast<std::size_t>(column);
  for (const auto& [at, text] : replaced_)
    if (at == number) return text;
  const std::uint32_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(text_).substr(begin, ends_[number] - begin);
}

std::optional<int> Table::column(std::string_view heading) const {
  const auto at = std::find(header_.begin(), header_.end(), heading);
  if (at == header_.end()) return std::nullopt;
  return static_cast<int>(at - header_.begin());
}

std::optional<int> Table::row_at(int file_row) const {
  const auto at = std::lower_bound(file_rows_.begin(), file_rows_.end(), file_row);
  if (at == file_rows_.end() || *at != file_row) return std::nullopt;
  return static_cast<int>(at - file_rows_.begin());
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
