#include "measure/fact_groups.h"

#include <map>
#include <tuple>

namespace yokoten {
namespace {

/// Gives facts to their groups. One row has the groups of the row before, mostly.
class Grouping {
 public:
  void add(const Fact& fact, std::uint32_t at) {
    if (groups_.empty() || !is_of(groups_[next_[last_]], fact)) next_of_last(fact);
    last_ = next_[last_];
    groups_[last_].facts.push_back(at);
  }
  std::vector<FactGroup> grouped() { return std::move(groups_); }

 private:
  static bool is_of(const FactGroup& group, const Fact& fact) {
    return group.breakdown == fact.breakdown && group.measure == fact.measure &&
           group.source == fact.source;
  }

  void next_of_last(const Fact& fact) {
    const auto [at, added] =
        known_.try_emplace({fact.measure, fact.source, fact.breakdown}, groups_.size());
    if (added) {
      groups_.push_back({fact.measure, fact.source, fact.breakdown, {}});
      next_.push_back(at->second);
    }
    next_[last_] = at->second;
  }

  std::vector<FactGroup> groups_;
  std::vector<std::size_t> next_;  // which one came behind each the last time
  std::size_t last_ = 0;
  std::map<std::tuple<int, int, int>, std::size_t> known_;
};

}  // namespace

FactGroups::FactGroups(const Facts& facts) {
  Grouping grouping;
  std::uint32_t at = 0;
  for (const Fact& fact : facts.all({.breakdown = true})) grouping.add(fact, at++);
  groups_ = grouping.grouped();
  for (FactGroup& group : groups_) group.facts.shrink_to_fit();
}

FactPeriods::FactPeriods(const Facts& facts, int periods) : groups_(FactGroups(facts).all()) {
  for (FactGroup& group : groups_) {
    std::vector<std::vector<std::uint32_t>> by_period(static_cast<std::size_t>(periods));
    PickedFacts picked(facts);
    for (std::size_t each = 0; each < group.facts.size(); ++each) {
      const auto at = static_cast<std::uint32_t>(group.facts[each]);
      by_period[static_cast<std::size_t>(picked[at].period)].push_back(at);
    }
    group.facts = {};
    std::vector<std::uint32_t>& begins = begins_.emplace_back();
    for (const auto& own : by_period) {
      begins.push_back(static_cast<std::uint32_t>(group.facts.size()));
      for (const std::uint32_t at : own) group.facts.push_back(at);
    }
    begins.push_back(static_cast<std::uint32_t>(group.facts.size()));
  }
}

FactGroups FactPeriods::of(int period) const {
  const auto at = static_cast<std::size_t>(period);
  std::vector<FactGroup> some;
  for (std::size_t number = 0; number < groups_.size(); ++number) {
    const FactGroup& all = groups_[number];
    FactGroup& group = some.emplace_back(FactGroup{all.measure, all.source, all.breakdown, {}});
    for (std::size_t each = begins_[number][at]; each < begins_[number][at + 1]; ++each)
      group.facts.push_back(all.facts[each]);
  }
  return FactGroups(std::move(some));
}

}  // namespace yokoten
