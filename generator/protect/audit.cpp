#include "protect/audit.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "base/threads.h"
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

/// Solves what can be told within one group of cells.
class Audit {
 public:
  Audit(const Cells& cells, const std::vector<char>& hidden)
      : cells_(cells),
        hidden_(hidden),
        given_(given_away(cells, hidden)),
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
    if (!is_hidden(at) || given_[static_cast<std::size_t>(at)]) return told;
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
  std::vector<char> given_;
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

  /// The furthest that tables have shown of each cell.
  const std::vector<Told>& seen() const { return seen_; }

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

/// Looks at a large group block by block, with all else as it is, then layer by layer.
class BlockProof {
 public:
  BlockProof(const Cells& cells, const std::vector<char>& hidden)
      : cells_(cells), hidden_(hidden), safe_(cells.cells.size()) {
    for (int at = 0; at < static_cast<int>(cells.cells.size()); ++at) {
      const std::int64_t value = cells.cells[static_cast<std::size_t>(at)].value;
      seen_.push_back({at, value, value});
    }
  }

  std::vector<char> shown_safe() {
    for (const Cut cut : {Cut::places, Cut::layers}) {
      const std::vector<CellGroup> blocks = blocks_of(cells_, cut);
      if (cut == Cut::layers && blocks.size() == 1) break;  // the whole
      share_out(blocks.size(), [&](std::size_t each) { look_into(blocks[each]); });
    }
    return safe_;
  }

 private:
  void look_into(const CellGroup& block) {
    const std::vector<char> own = inside(block, hidden_);
    std::vector<char> safe = safe_inside(block);
    if (std::find(safe.begin(), safe.end(), 0) == safe.end()) return;
    Proof proof(block.cells, own, std::move(safe));
    proof.told();
    const std::scoped_lock lock(one_writes_);
    for (const Told& each : proof.seen())
      if (const int number = block.numbers[static_cast<std::size_t>(each.cell)]; number >= 0)
        add(number, each, proof.is_safe(each.cell));
  }

  // Growth stands in two blocks: what one shows of it serves beside what the other does.
  void add(int number, const Told& seen, bool safe) {
    const auto at = static_cast<std::size_t>(number);
    Told& all = seen_[at];
    all.low = std::min(all.low, seen.low);
    all.high = std::max(all.high, seen.high);
    if (safe || (cells_.cells[at].sensitive && hidden_[at] && keeps_rule(cells_.cells[at], all)))
      safe_[at] = 1;
  }

  // What need not be looked at counts as safe.
  std::vector<char> safe_inside(const CellGroup& block) {
    const std::scoped_lock lock(one_writes_);
    std::vector<char> safe;
    for (const int number : block.numbers) {
      const auto at = static_cast<std::size_t>(number);
      safe.push_back(number < 0 || !cells_.cells[at].sensitive || safe_[at]);
    }
    return safe;
  }

  const Cells& cells_;
  const std::vector<char>& hidden_;
  std::vector<char> safe_;
  std::vector<Told> seen_;  // by cell
  std::mutex one_writes_;
};

bool is_all_safe(const Cells& cells, const std::vector<char>& safe) {
  for (std::size_t at = 0; at < safe.size(); ++at)
    if (cells.cells[at].sensitive && !safe[at]) return false;
  return true;
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
    const bool large = list.size() > kLargeGroup;
    std::vector<char> safe(list.size());
    if (large) safe = BlockProof(group.cells, own).shown_safe();
    if (is_all_safe(group.cells, safe)) continue;
    Proof proof(group.cells, own, std::move(safe));
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
