#include "measure/fact_groups.h"

#include <numeric>
#include <unordered_map>

namespace yokoten {
namespace {

// 20 bits a measure, 16 a source and 28 a breakdown tell groups apart.
std::uint64_t key_of(const Fact& fact) {
  const auto wide = [](int part) { return static_cast<std::uint64_t>(part); };
  return wide(fact.measure) << 44 | wide(fact.source) << 28 | wide(fact.breakdown);
}

}  // namespace

FactGroups::FactGroups(const std::vector<Fact>& facts) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> group_of;
  group_of.reserve(facts.size());
  for (const Fact& fact : facts) {
    const auto [at, added] =
        numbers.try_emplace(key_of(fact), static_cast<std::uint32_t>(groups_.size()));
    if (added) groups_.push_back({fact.measure, fact.source, fact.breakdown, 0, 0});
    ++groups_[at->second].end;  // how many, for now
    group_of.push_back(at->second);
  }
  std::size_t begin = 0;
  for (FactGroup& group : groups_) {
    const std::size_t count = group.end;
    group.begin = group.end = begin;
    begin += count;
  }
  order_.resize(facts.size());
  for (std::uint32_t at = 0; at < group_of.size(); ++at) order_[groups_[group_of[at]].end++] = at;
}

FactPeriods::FactPeriods(const std::vector<Fact>& facts, int periods) : groups_(facts) {
  std::vector<std::uint32_t> order(facts.size());
  for (const FactGroup& group : groups_.all()) {
    const auto all = groups_.facts(group);
    std::vector<std::uint32_t>& begins =
        begins_.emplace_back(static_cast<std::size_t>(periods) + 1, 0);
    for (const std::uint32_t at : all) ++begins[static_cast<std::size_t>(facts[at].period) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> next = begins;
    for (const std::uint32_t at : all)
      order[group.begin + next[static_cast<std::size_t>(facts[at].period)]++] = at;
  }
  groups_ = FactGroups(groups_.all(), std::move(order));
}

FactGroups FactPeriods::of(int period) const {
  const auto at = static_cast<std::size_t>(period);
  std::vector<FactGroup> groups = groups_.all();
  std::vector<std::uint32_t> order;
  for (std::size_t number = 0; number < groups.size(); ++number) {
    const auto all = groups_.facts(groups_.all()[number]);
    const auto& begins = begins_[number];
    const auto some = all.subspan(begins[at], begins[at + 1] - begins[at]);
    groups[number].begin = order.size();
    order.insert(order.end(), some.begin(), some.end());
    groups[number].end = order.size();
  }
  return {std::move(groups), std::move(order)};
}

}  // namespace yokoten
