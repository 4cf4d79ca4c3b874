#include "protect/audit.h"

#include <algorithm>

#include "protect/whole_program.h"

namespace yokoten {
namespace {

std::vector<WholeProgram::Row> rows_of(const Cells& cells) {
  std::vector<WholeProgram::Row> rows;
  for (const Relation& relation : cells.relations) {
    WholeProgram::Row row;
    for (const auto& [cell, factor] : relation) row.emplace_back(cell, factor);
    rows.push_back(std::move(row));
  }
  return rows;
}

// Beyond all that sums of open figures could bound a cell by.
long long beyond_all(const Cells& cells) {
  long long sum = 1;
  for (const Cell& cell : cells.cells) sum += std::max(cell.value, cell.high);
  return 2 * sum;
}

std::vector<Told> audited_group(const Cells& cells, const std::vector<char>& hidden) {
  const long long beyond = beyond_all(cells);
  const int count = static_cast<int>(cells.cells.size());
  WholeProgram program(count, rows_of(cells));
  for (int at = 0; at < count; ++at) {
    const Cell& cell = cells.cells[static_cast<std::size_t>(at)];
    const auto value = static_cast<double>(cell.value);
    if (hidden[static_cast<std::size_t>(at)])
      program.set_bounds(at, static_cast<double>(cell.least), static_cast<double>(beyond));
    else
      program.set_bounds(at, value, value);
  }
  std::vector<Told> all;
  for (int at = 0; at < count; ++at) {
    if (!hidden[static_cast<std::size_t>(at)]) continue;
    Told told{at, cells.cells[static_cast<std::size_t>(at)].value,
              cells.cells[static_cast<std::size_t>(at)].value};
    program.set_cost(at, 1);
    if (program.solved()) told.low = program.value(at);
    program.set_cost(at, -1);
    if (program.solved())
      told.high = program.value(at) >= beyond / 2 ? Told::boundless : program.value(at);
    program.set_cost(at, 0);
    all.push_back(told);
  }
  return all;
}

}  // namespace

std::vector<Told> audited(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<Told> all;
  for (const CellGroup& group : groups_of(cells)) {
    std::vector<char> inside;
    for (const int cell : group.numbers) inside.push_back(hidden[static_cast<std::size_t>(cell)]);
    if (std::find(inside.begin(), inside.end(), 1) == inside.end()) continue;
    for (Told told : audited_group(group.cells, inside)) {
      told.cell = group.numbers[static_cast<std::size_t>(told.cell)];
      all.push_back(told);
    }
  }
  return all;
}

bool keeps_rule(const Cell& cell, const Told& told) {
  if (cell.sensitive) return told.low <= cell.low && told.high >= cell.high;
  return !cell.goes_out || !told.exact();
}

}  // namespace yokoten
