#include "model/ranks.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "model/figure_reads.h"

namespace yokoten {
namespace {

// A place among one says nothing.
const Rank* among_several(const Rank& rank) { return rank.of > 1 ? &rank : nullptr; }

}  // namespace

bool is_yes_or_no(const std::string& unit, const Decimal& value) {
  return unit != "%" && (compare(value, {0, 0}) == 0 || compare(value, {1, 0}) == 0);
}

const RankTable::Row* RankTable::row(int area) const {
  read_notes::add(ReadRank{indicator, period, area});
  const auto at = std::lower_bound(rows.begin(), rows.end(), area,
                                   [](const Row& each, int wanted) { return each.area < wanted; });
  return at == rows.end() || at->area != area ? nullptr : &*at;
}

const Rank* RankTable::national(int area) const {
  const Row* found = row(area);
  return found ? among_several(found->national) : nullptr;
}

const Rank* RankTable::prefectural(int area) const {
  const Row* found = row(area);
  return found ? among_several(found->prefectural) : nullptr;
}

// In a map, which leaves what it holds where it is.
struct Ranks::Made {
  std::mutex guard;
  std::map<std::pair<int, int>, RankTable> tables;
};

Ranks::Ranks(Make make) : make_(make), made_(std::make_shared<Made>()) {}

void Ranks::put(RankTable table) {
  const std::pair key(table.indicator, table.period);
  made_->tables.insert_or_assign(key, std::move(table));
}

RankTable* Ranks::made(int indicator, int period) {
  const auto at = made_->tables.find({indicator, period});
  return at == made_->tables.end() ? nullptr : &at->second;
}

void Ranks::forget(int indicator, int period) { made_->tables.erase({indicator, period}); }

const RankTable& Ranks::table(const Cube& cube, const Areas& areas, const Indicator& of,
                              int indicator, int period) const {
  const std::lock_guard lock(made_->guard);
  const auto [at, is_new] = made_->tables.try_emplace({indicator, period});
  if (!is_new || make_ == nullptr) return at->second;
  const NotedReads by_nobody(nullptr);  // who asks for it looks up places
  at->second = make_(cube, areas, of, indicator, period);
  return at->second;
}

}  // namespace yokoten
