#include "read/table_grid.h"

#include <deque>
#include <utility>

#include "read/csv_records.h"
#include "read/encoding.h"
#include "read/sheet_table.h"
#include "read/table_file.h"
#include "read/workbook.h"

namespace yokoten {
namespace {

/// Keeps the first and the last of the rows that it is given.
class Ends {
 public:
  void take(GridRow row) {
    if (first_.size() < TableGrid::first_rows) return first_.push_back(std::move(row));
    last_.push_back(std::move(row));
    if (last_.size() > TableGrid::last_rows) last_.pop_front();
  }
  TableGrid grid() {
    for (GridRow& row : last_) first_.push_back(std::move(row));
    return {std::move(first_)};
  }

 private:
  std::vector<GridRow> first_;
  std::deque<GridRow> last_;
};

std::optional<TableGrid> grid_of_text(std::string_view bytes, const TableForm& form,
                                      const TableLimits& limits) {
  const auto decoded = DecodedText::settled(bytes, form.encoding);
  if (!decoded || !decoded->whole() || bytes.size() > limits.bytes) return std::nullopt;
  Ends ends;
  const auto take = [&](const std::vector<std::string_view>& cells, int row) {
    GridRow kept{row, {}};
    for (const std::string_view cell : cells) kept.cells.push_back({std::string(cell), false});
    ends.take(std::move(kept));
  };
  CsvRecords records(limits, form.format == TableFormat::tsv ? '\t' : ',', take);
  if (records.run(decoded->text()) != CsvRecords::Stop::none) return std::nullopt;
  return ends.grid();
}

TableGrid grid_of_sheet(const Sheet& sheet) {
  Ends ends;
  std::vector<SheetCell> cells;
  for (int row = 1; row <= sheet.rows(); ++row) {
    sheet.cells_of(row, cells);
    if (cells.empty()) continue;
    GridRow kept{row, std::vector<GridCell>(static_cast<std::size_t>(cells.back().column))};
    for (const SheetCell& cell : cells)
      kept.cells[static_cast<std::size_t>(cell.column - 1)] = {text_in_table(cell), cell.merged};
    ends.take(std::move(kept));
  }
  return ends.grid();
}

}  // namespace

std::optional<TableGrid> read_grid(std::string_view bytes, const std::string& file,
                                   const TableForm& form, const TableLimits& limits) {
  TableForm settled = form;
  if (!settled.format) settled.format = format_of_name(file);
  if (!settled.format || *settled.format == TableFormat::json ||
      *settled.format == TableFormat::estat)
    return std::nullopt;
  if (!is_spreadsheet(*settled.format)) return grid_of_text(bytes, settled, limits);
  Findings findings;
  const auto book = read_book(bytes, file, findings, limits, settled);
  const Sheet* sheet = book ? sheet_of(*book, settled, findings) : nullptr;
  return sheet == nullptr ? std::nullopt : std::optional(grid_of_sheet(*sheet));
}

}  // namespace yokoten
