#include "protect/audit.h"

#include <algorithm>

#include "protect/whole_program.h"

namespace yokoten {
namespace {

constexpr std::size_t kLarge = 400;  // cells of a group that is taken block by block

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

/// Solves what can be told within one group of cells.
class Audit {
 public:
  Audit(const Cells& cells, const std::vector<char>& hidden)
      : cells_(cells),
        hidden_(hidden),
        beyond_(beyond_all(cells)),
        program_(static_cast<int>(cells.cells.size()), rows_of(cells)) {
    for (int at = 0; at < count(); ++at) {
      const auto value = static_cast<double>(cell(at).value);
      if (is_hidden(at))
        program_.set_bounds(at, static_cast<double>(cell(at).least), static_cast<double>(beyond_));
      else
        program_.set_bounds(at, value, value);
    }
  }

  int count() const { return static_cast<int>(cells_.cells.size()); }
  const Cell& cell(int at) const { return cells_.cells[static_cast<std::size_t>(at)]; }
  bool is_hidden(int at) const { return hidden_[static_cast<std::size_t>(at)] != 0; }

  Told told(int at) {
    Told told{at, cell(at).value, cell(at).value};
    if (!is_hidden(at)) return told;
    program_.set_cost(at, 1);
    if (program_.solved()) told.low = program_.value(at);
    program_.set_cost(at, -1);
    if (program_.solved())
      told.high = program_.value(at) >= beyond_ / 2 ? Told::boundless : program_.value(at);
    program_.set_cost(at, 0);
    return told;
  }

 private:
  const Cells& cells_;
  const std::vector<char>& hidden_;
  long long beyond_;
  WholeProgram program_;
};

std::vector<char> inside(const CellGroup& group, const std::vector<char>& all) {
  std::vector<char> own;
  for (const int cell : group.numbers) own.push_back(all[static_cast<std::size_t>(cell)]);
  return own;
}

// Cells of the group that block by block can be told no more closely than their rule allows.
std::vector<char> shown_safe(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<char> safe(cells.cells.size());
  for (const CellGroup& block : blocks_of(cells)) {
    std::vector<char> own = inside(block, hidden);
    for (std::size_t at = 0; at < own.size(); ++at)
      own[at] = own[at] && !block.cells.cells[at].stays_open;
    Audit audit(block.cells, own);
    for (int at = 0; at < audit.count(); ++at)
      if (audit.cell(at).sensitive && keeps_rule(audit.cell(at), audit.told(at)))
        safe[static_cast<std::size_t>(block.numbers[static_cast<std::size_t>(at)])] = 1;
  }
  return safe;
}

}  // namespace

std::vector<Told> audited(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<Told> all;
  for (const CellGroup& group : groups_of(cells)) {
    const std::vector<char> own = inside(group, hidden);
    if (std::find(own.begin(), own.end(), 1) == own.end()) continue;
    Audit audit(group.cells, own);
    for (int at = 0; at < audit.count(); ++at) {
      if (!audit.is_hidden(at)) continue;
      Told told = audit.told(at);
      told.cell = group.numbers[static_cast<std::size_t>(at)];
      all.push_back(told);
    }
  }
  return all;
}

std::vector<Told> told_too_closely(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<Told> all;
  for (const CellGroup& group : groups_of(cells)) {
    const auto& list = group.cells.cells;
    if (std::none_of(list.begin(), list.end(), [](const Cell& each) { return each.sensitive; }))
      continue;
    const std::vector<char> own = inside(group, hidden);
    const bool large = list.size() > kLarge;
    const std::vector<char> safe =
        large ? shown_safe(group.cells, own) : std::vector<char>(list.size());
    Audit audit(group.cells, own);
    for (int at = 0; at < audit.count(); ++at) {
      if (!audit.cell(at).sensitive || safe[static_cast<std::size_t>(at)]) continue;
      Told told = audit.told(at);
      if (keeps_rule(audit.cell(at), told)) continue;
      told.cell = group.numbers[static_cast<std::size_t>(at)];
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
