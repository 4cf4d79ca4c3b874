#include "protect/audit.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "protect/side_by_side.h"
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

  template <class Look>
  Told told(int at, Look look) {
    Told told{at, cell(at).value, cell(at).value};
    if (!is_hidden(at)) return told;
    program_.set_cost(at, 1);
    if (program_.solved()) {
      told.low = value(at);
      look();
    }
    program_.set_cost(at, -1);
    if (program_.solved()) {
      told.high = value(at) >= beyond_ / 2 ? Told::boundless : value(at);
      look();
    }
    program_.set_cost(at, 0);
    return told;
  }

  /// Nothing where no table is found.
  std::optional<std::int64_t> least(int at) {
    program_.set_cost(at, 1);
    const bool solved = program_.solved();
    program_.set_cost(at, 0);
    if (!solved) return std::nullopt;
    return value(at);
  }

  /// Looks for a table in which all sensitive cells together are as large or as small as can be.
  bool solve_all(bool rising) {
    const auto price = [&](double cost) {
      for (int at = 0; at < count(); ++at)
        if (cell(at).sensitive && is_hidden(at)) program_.set_cost(at, cost);
    };
    price(rising ? -1 : 1);
    const bool solved = program_.solved();
    price(0);
    return solved;
  }

  long long value(int at) const { return program_.value(at); }

 private:
  const Cells& cells_;
  const std::vector<char>& hidden_;
  long long beyond_;
  WholeProgram program_;
};

std::vector<char> inside(const CellGroup& group, const std::vector<char>& all) {
  std::vector<char> own;
  for (const int cell : group.numbers)
    own.push_back(cell < 0 ? char{0} : all[static_cast<std::size_t>(cell)]);
  return own;
}

/// Which sensitive cells of a group can be told no more closely than their rule allows. Every
/// table that is found serves all of them.
class Proof {
 public:
  Proof(const Cells& cells, const std::vector<char>& hidden, std::vector<char> safe)
      : audit_(cells, hidden), safe_(std::move(safe)) {
    for (int at = 0; at < audit_.count(); ++at)
      seen_.push_back({at, audit_.cell(at).value, audit_.cell(at).value});
  }

  /// Of those that are not, what can be told.
  std::vector<Told> told() {
    std::vector<Told> all;
    for (const bool rising : {true, false})
      if (audit_.solve_all(rising)) look();
    for (int at = 0; at < audit_.count(); ++at) {
      if (!audit_.cell(at).sensitive || is_safe(at)) continue;
      const Told told = audit_.told(at, [&] { look(); });
      if (keeps_rule(audit_.cell(at), told))
        safe_[static_cast<std::size_t>(at)] = 1;
      else
        all.push_back(told);
    }
    return all;
  }

  bool is_safe(int at) const { return safe_[static_cast<std::size_t>(at)] != 0; }

 private:
  void look() {
    for (Told& told : seen_) {
      const Cell& cell = audit_.cell(told.cell);
      if (!cell.sensitive || is_safe(told.cell) || !audit_.is_hidden(told.cell)) continue;
      told.low = std::min<std::int64_t>(told.low, audit_.value(told.cell));
      told.high = std::max<std::int64_t>(told.high, audit_.value(told.cell));
      if (keeps_rule(cell, told)) safe_[static_cast<std::size_t>(told.cell)] = 1;
    }
  }

  Audit audit_;
  std::vector<char> safe_;
  std::vector<Told> seen_;
};

// Block by block, with all else as it is.
std::vector<char> shown_safe(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<char> safe(cells.cells.size());
  const std::vector<CellGroup> blocks = blocks_of(cells);
  side_by_side(blocks.size(), [&](std::size_t each) {
    const CellGroup& block = blocks[each];
    const std::vector<char> own = inside(block, hidden);
    Proof proof(block.cells, own, std::vector<char>(own.size()));
    proof.told();
    for (std::size_t at = 0; at < own.size(); ++at)
      if (block.numbers[at] >= 0 && proof.is_safe(static_cast<int>(at)))
        safe[static_cast<std::size_t>(block.numbers[at])] = 1;
  });
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
      Told told = audit.told(at, [] {});
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
    Proof proof(group.cells, own,
                large ? shown_safe(group.cells, own) : std::vector<char>(list.size()));
    for (Told told : proof.told()) {
      told.cell = group.numbers[static_cast<std::size_t>(told.cell)];
      all.push_back(told);
    }
  }
  return all;
}

bool raise_low(Cells& cells, const std::vector<int>& wanted) {
  bool any = false;
  for (const CellGroup& group : groups_of(cells)) {
    std::vector<char> hidden;
    for (const Cell& each : group.cells.cells)
      hidden.push_back(!each.stays_open || each.value != 0);
    std::optional<Audit> audit;
    for (int at = 0; at < static_cast<int>(group.numbers.size()); ++at) {
      const int number = group.numbers[static_cast<std::size_t>(at)];
      if (std::find(wanted.begin(), wanted.end(), number) == wanted.end()) continue;
      if (!audit) audit.emplace(group.cells, hidden);
      Cell& cell = cells.cells[static_cast<std::size_t>(number)];
      const auto least = audit->least(at);
      if (!least || *least <= cell.low) continue;
      cell.low = *least;
      any = true;
    }
  }
  return any;
}

bool keeps_rule(const Cell& cell, const Told& told) {
  if (cell.sensitive) return told.low <= cell.low && told.high >= cell.high;
  return !cell.goes_out || !told.exact();
}

}  // namespace yokoten
