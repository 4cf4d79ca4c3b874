#include "read/sdmx_table.h"

#include <vector>

#include "model/report.h"
#include "read/csv_table.h"

namespace yokoten {
namespace {

constexpr std::string_view kBetween = ": ";

struct Halves {
  std::string_view id, label;
};

Halves halves(std::string_view text) {
  const std::size_t at = text.find(kBetween);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + kBetween.size())};
}

bool is_sdmx(const Table& table, Findings& findings) {
  const std::string_view first = halves(table.header().front()).id;
  bool value = false;
  for (const std::string& heading : table.header())
    value = value || halves(heading).id == "OBS_VALUE";
  if ((first == "DATAFLOW" || first == "STRUCTURE") && value) return true;
  report_error(findings, table.heading_place(0), "table.sdmx",
               {"SDMX-CSVではありません。DATAFLOWかSTRUCTUREの列に始まり、OBS_VALUEの列が要ります",
                "this is no SDMX-CSV: it begins with DATAFLOW or STRUCTURE and has OBS_VALUE"});
  return false;
}

// Columns of which every filled cell has both halves.
std::vector<char> labelled_columns(const Table& table) {
  std::vector<char> labelled;
  for (int column = 0; column < table.columns(); ++column) {
    bool all = !halves(table.header()[static_cast<std::size_t>(column)]).label.empty();
    for (int row = 0; all && row < table.rows(); ++row) {
      const std::string_view cell = table.cell(row, column);
      all = cell.empty() || !halves(cell).label.empty();
    }
    labelled.push_back(all ? 1 : 0);
  }
  return labelled;
}

Table split(const Table& table, const std::vector<char>& labelled) {
  std::vector<std::string> header;
  TableOrigin origin{table.heading_place(0).row, 1, {}};
  for (std::size_t at = 0; at < labelled.size(); ++at) {
    header.emplace_back(halves(table.header()[at]).id);
    if (labelled[at] != 0) header.push_back(header.back() + "_label");
    origin.columns.resize(header.size(), table.file_column(static_cast<int>(at)));
  }
  Table made(table.file(), header, origin);
  std::vector<std::string_view> cells;
  for (int row = 0; row < table.rows(); ++row) {
    cells.clear();
    for (int column = 0; column < table.columns(); ++column) {
      const bool both = labelled[static_cast<std::size_t>(column)] != 0;
      const std::string_view cell = table.cell(row, column);
      cells.push_back(both ? halves(cell).id : cell);
      if (both) cells.push_back(halves(cell).label);
    }
    made.add_row(cells, table.file_row(row));
  }
  return made;
}

}  // namespace

std::optional<Table> read_sdmx_table(std::string_view bytes, const std::string& file,
                                     Findings& findings, const TableLimits& limits,
                                     const TableForm& form) {
  auto table = read_csv(bytes, file, findings, limits, form);
  if (!table || !is_sdmx(*table, findings)) return std::nullopt;
  const std::vector<char> labelled = labelled_columns(*table);
  for (const char each : labelled)
    if (each != 0) return split(*table, labelled);
  return table;
}

}  // namespace yokoten
