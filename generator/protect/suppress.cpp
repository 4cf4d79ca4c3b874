#include "protect/suppress.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/lists.h"
#include "base/threads.h"
#include "protect/changes.h"

namespace yokoten {
namespace {

constexpr double kHiddenCost = 1e-4;  // hidden cells are free, but shorter ways are better
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

// Which ways a sensitive cell is known to be able to change as far as its rule asks.
constexpr char kRises = 1, kFalls = 2, kBoth = 3;

char ways_of(const Cell& cell, std::int64_t by) {
  if (by > 0) return by >= cell.high - cell.value ? kRises : char{0};
  return by <= cell.low - cell.value ? kFalls : char{0};
}

void add_ways(char& all, char more) { all = static_cast<char>(all | more); }

// Ways that a rule asks for.
char asked(const Cell& cell) {
  if (!cell.sensitive) return 0;
  return static_cast<char>((cell.high > cell.value ? kRises : 0) |
                           (cell.low < cell.value ? kFalls : 0));
}

/// What has been done so far.
struct Progress {
  std::vector<char> hidden, ways;  ///< by cell
};

/// Hides within one group of cells.
class Group {
 public:
  /// What `before` has hidden and settled already is taken as it is.
  Group(const Cells& cells, const Progress& before) : cells_(cells), changes_(cells) {
    for (int at = 0; at < count(); ++at) {
      const auto number = static_cast<std::size_t>(at);
      const Cell& cell = cells.cells[number];
      const bool by_rule = !cell.goes_out || cell.sensitive || cell.stays_hidden;
      result_.hidden.push_back(by_rule || before.hidden[number]);
      fixed_.push_back(result_.hidden.back());
      if (result_.hidden.back())
        changes_.free(at, kHiddenCost);
      else if (!cell.stays_open)
        changes_.free(at, cell.weight);
      add_demands(at, asked(cell) & ~before.ways[number]);
    }
    // Cells of a group that are harder to hide come first: their ways serve the others too.
    std::stable_sort(demands_.begin(), demands_.end(),
                     [&](const Demand& a, const Demand& b) { return span(a.cell) > span(b.cell); });
    for (std::size_t at = 0; at < demands_.size(); ++at) by_cell_[demands_[at].cell].push_back(at);
    ways_.resize(cells.cells.size());
  }

  Suppression made() {
    for (Demand& demand : demands_)
      if (demand.change < 0 && !meet(demand)) fail(demand.cell);
    open_again();
    return result_;
  }

  /// After `made`: looks for what these cells ask for as well, without hiding any more.
  void look_for(const std::vector<char>& guests, const std::vector<char>& settled) {
    const std::vector<char> given = given_away(cells_, result_.hidden);
    for (int at = 0; at < count(); ++at) {
      const auto number = static_cast<std::size_t>(at);
      if (!guests[number] || given[number]) continue;
      const char missing = asked(cell(at)) & ~(settled[number] | ways()[number]);
      for (const char way : {kRises, kFalls})
        if (missing & way) try_step(at, way == kRises ? cell(at).high : cell(at).low);
    }
  }

  /// By cell the ways that tables show which differ in hidden cells only.
  std::vector<char> ways() {
    for (; looked_at_ < kept_.size(); ++looked_at_) {
      const Change& change = kept_[looked_at_];
      if (!std::all_of(change.begin(), change.end(), [&](const auto& each) {
            return result_.hidden[static_cast<std::size_t>(each.first)] != 0;
          }))
        continue;
      for (const auto& [other, by] : change)
        if (cell(other).sensitive)
          add_ways(ways_[static_cast<std::size_t>(other)], ways_of(cell(other), by));
    }
    return ways_;
  }

 private:
  /// How far a cell must be able to change, and the table in which it does.
  struct Demand {
    int cell = 0;
    std::int64_t step = 0;
    int change = -1;
  };

  int count() const { return static_cast<int>(cells_.cells.size()); }
  const Cell& cell(int at) const { return cells_.cells[static_cast<std::size_t>(at)]; }
  std::int64_t span(int at) const { return cell(at).high - cell(at).low; }

  void hide(int at) {
    char& hidden = result_.hidden[static_cast<std::size_t>(at)];
    if (hidden) return;
    hidden = 1;
    changes_.free(at, kHiddenCost);
  }

  void add_demands(int at, int missing) {
    const Cell& own = cell(at);
    if (missing & kRises) demands_.push_back({at, own.high - own.value});
    if (missing & kFalls) demands_.push_back({at, own.low - own.value});
  }

  void try_step(int at, std::int64_t value) {
    if (auto change = changes_.needed(at, value - cell(at).value))
      kept_.push_back(std::move(*change));
  }

  void fail(int at) {
    auto& all = result_.unprotected;
    add_new(all, at);
  }

  bool meet(const Demand& demand) {
    auto change = changes_.needed(demand.cell, demand.step);
    if (!change) return false;
    for (const auto& [other, by] : *change) hide(other);
    keep(std::move(*change));
    return true;
  }

  // One table may be what several cells ask for.
  void keep(Change change) {
    for (const auto& [other, by] : change) {
      const auto at = by_cell_.find(other);
      if (at == by_cell_.end()) continue;
      for (const std::size_t number : at->second) {
        Demand& demand = demands_[number];
        const bool far = demand.step > 0 ? by >= demand.step : by <= demand.step;
        if (far && demand.change < 0) demand.change = static_cast<int>(kept_.size());
      }
    }
    kept_.push_back(std::move(change));
  }

  // Cells hidden early may be idle once later ones are hidden too. The heaviest are tried first.
  void open_again() {
    std::vector<int> extra;
    for (int at = 0; at < count(); ++at)
      if (result_.hidden[static_cast<std::size_t>(at)] && !fixed_[static_cast<std::size_t>(at)])
        extra.push_back(at);
    std::stable_sort(extra.begin(), extra.end(),
                     [&](int a, int b) { return cell(a).weight > cell(b).weight; });
    for (int at = 0; at < count(); ++at)
      if (!result_.hidden[static_cast<std::size_t>(at)]) changes_.hold(at);
    for (const int at : extra) {
      changes_.hold(at);
      if (find_ways_without(at))
        result_.hidden[static_cast<std::size_t>(at)] = 0;
      else
        changes_.free(at, kHiddenCost);
    }
  }

  // Only tables in which the cell differs have to be found anew.
  bool find_ways_without(int at) {
    std::vector<std::pair<Demand*, Change>> found;
    for (Demand& demand : demands_) {
      if (demand.change < 0 || !changes(demand.change, at)) continue;
      auto other = changes_.needed(demand.cell, demand.step);
      if (!other) return false;
      found.emplace_back(&demand, std::move(*other));
    }
    for (auto& [demand, change] : found) {
      demand->change = static_cast<int>(kept_.size());
      kept_.push_back(std::move(change));
    }
    return true;
  }

  bool changes(int number, int at) const {
    const Change& change = kept_[static_cast<std::size_t>(number)];
    const auto found = std::lower_bound(change.begin(), change.end(), std::pair(at, kLeast));
    return found != change.end() && found->first == at;
  }

  const Cells& cells_;
  Changes changes_;
  Suppression result_;
  std::vector<char> fixed_;  // hidden by rule or before
  std::vector<Demand> demands_;
  std::unordered_map<int, std::vector<std::size_t>> by_cell_;  // demands
  std::vector<Change> kept_;
  std::vector<char> ways_;  // by cell
  std::size_t looked_at_ = 0;
};

Suppression whole_group(const Cells& cells) {
  const std::vector<char> none(cells.cells.size());
  return Group(cells, {none, none}).made();
}

/// Hides within a large group: block by block, where all other cells stay as they are, then layer
/// by layer, then what is left over in the whole.
class LargeGroup {
 public:
  explicit LargeGroup(const Cells& cells) : cells_(cells) {
    for (const Cell& cell : cells.cells)
      done_.hidden.push_back(!cell.goes_out || cell.sensitive || cell.stays_hidden ? 1 : 0);
    done_.ways.resize(cells.cells.size());
  }

  Suppression made() {
    // Growth is asked for where it leads to, then also where it leads from.
    for (const Cut cut : {Cut::places, Cut::layers}) {
      const auto layers = layers_of_blocks(cut);
      for (const bool guests_too : {false, true})
        for (const auto& [layer, blocks] : layers) take(blocks, guests_too);
    }
    Suppression all{done_.hidden, {}};
    for (std::size_t at = 0; at < cells_.cells.size(); ++at)
      if (is_missing(at)) return Group(cells_, done_).made();
    return all;
  }

 private:
  using Blocks = std::vector<CellGroup>;

  std::map<int, Blocks> layers_of_blocks(Cut cut) const {
    std::map<int, Blocks> layers;
    for (CellGroup& block : blocks_of(cells_, cut)) layers[block.layer].push_back(std::move(block));
    if (cut == Cut::layers && layers.size() == 1) return {};  // the whole
    return layers;
  }

  bool is_missing(std::size_t at) const { return (asked(cells_.cells[at]) & ~done_.ways[at]) != 0; }

  // Blocks of one layer have no cell in common.
  void take(const Blocks& blocks, bool guests_too) {
    std::vector<Progress> made(blocks.size());
    share_out(blocks.size(),
              [&](std::size_t each) { made[each] = progress_in(blocks[each], guests_too); });
    for (std::size_t each = 0; each < blocks.size(); ++each)
      for (std::size_t at = 0; at < made[each].hidden.size(); ++at) {
        const int number = blocks[each].numbers[at];
        if (number < 0) continue;
        add_ways(done_.ways[static_cast<std::size_t>(number)], made[each].ways[at]);
        if (made[each].hidden[at]) done_.hidden[static_cast<std::size_t>(number)] = 1;
      }
  }

  Progress progress_in(const CellGroup& block, bool guests_too) const {
    Progress before;
    bool any = false;
    for (std::size_t at = 0; at < block.numbers.size(); ++at) {
      const int number = block.numbers[at];
      const auto cell = static_cast<std::size_t>(number);
      before.hidden.push_back(number < 0 ? char{0} : done_.hidden[cell]);
      before.ways.push_back(number < 0 ? kBoth : done_.ways[cell]);
      const bool wanted = number >= 0 && is_missing(cell) && (guests_too || !block.guests[at]);
      any = any || wanted;
    }
    if (!any) return {};
    Progress asked_for = before;
    for (std::size_t at = 0; at < block.numbers.size(); ++at)
      if (block.guests[at] && !guests_too) asked_for.ways[at] = kBoth;
    Group group(block.cells, asked_for);
    Suppression made = group.made();
    if (!guests_too) group.look_for(block.guests, before.ways);
    return {std::move(made.hidden), group.ways()};
  }

  const Cells& cells_;
  Progress done_;
};

bool has_sensitive(const Cells& cells) {
  return std::any_of(cells.cells.begin(), cells.cells.end(),
                     [](const Cell& cell) { return cell.sensitive; });
}

}  // namespace

Suppression suppressed(const Cells& cells) {
  Suppression all;
  for (const Cell& cell : cells.cells)
    all.hidden.push_back(!cell.goes_out || cell.stays_hidden ? 1 : 0);
  for (const CellGroup& group : groups_of(cells)) {
    if (!has_sensitive(group.cells)) continue;
    const bool large = group.numbers.size() > kLargeGroup;
    const Suppression made = large ? LargeGroup(group.cells).made() : whole_group(group.cells);
    for (std::size_t at = 0; at < group.numbers.size(); ++at)
      all.hidden[static_cast<std::size_t>(group.numbers[at])] = made.hidden[at];
    for (const int cell : made.unprotected)
      all.unprotected.push_back(group.numbers[static_cast<std::size_t>(cell)]);
  }
  std::sort(all.unprotected.begin(), all.unprotected.end());
  return all;
}

}  // namespace yokoten
