#include "read/changed_cells.h"

#include <algorithm>
#include <string>

#include "read/table_file.h"

namespace yokoten {
namespace {

constexpr int kFirstRow = 2;  // the line below the headings

// The correction of a cell, whose table does not say what the file prints; nullptr of most.
const Correction* correction_of(const Publication& publication, const Source& source, int file_row,
                                const std::string& heading) {
  const auto at = std::ranges::find_if(publication.corrections, [&](const Correction& each) {
    return each.source == source.id && each.row == file_row && each.column == heading;
  });
  return at == publication.corrections.end() ? nullptr : &*at;
}

}  // namespace

// As many rows as lines: no row goes over several, and none is left out.
bool has_a_row_a_line(const Source& source, const Table& table, int lines) {
  return source.reads_all && source.only.empty() && table.rows() == lines - 1 && table.rows() > 0 &&
         table.file_row(0) == kFirstRow && table.file_row(table.rows() - 1) == lines;
}

std::optional<std::vector<CellChange>> changed_cells(const Publication& publication, int source,
                                                     std::string_view headings,
                                                     const FileLines& lines) {
  const Source& of = publication.sources[static_cast<std::size_t>(source)];
  const Table& table = publication.tables[static_cast<std::size_t>(source)];
  const bool has_headings = lines.first < kFirstRow;
  const int first = std::max(lines.first, kFirstRow), rows = lines.count - (has_headings ? 1 : 0);
  Findings told;
  const std::string table_text = has_headings ? lines.text : std::string(headings) + lines.text;
  const auto read = read_table(table_text, table.file(), told, {});
  const bool fits = read && told.empty() && read->header() == table.header() &&
                    read->rows() == rows && (rows == 0 || read->file_row(rows - 1) == rows + 1);
  if (!fits) return std::nullopt;
  std::vector<CellChange> changes;
  for (int at = 0; at < rows; ++at)
    for (int column = 0; column < table.columns(); ++column) {
      const int row = first - kFirstRow + at;
      const std::string_view text = read->cell(at, column);
      const auto* corrected = correction_of(publication, of, first + at,
                                            table.header()[static_cast<std::size_t>(column)]);
      if (text == (corrected ? corrected->printed : table.cell(row, column))) continue;
      if (corrected != nullptr) return std::nullopt;
      changes.push_back({source, row, column, std::string(text)});
    }
  return changes;
}

}  // namespace yokoten
