#include "measure/fact_groups.h"

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

}  // namespace yokoten
