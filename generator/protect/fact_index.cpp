#include "protect/fact_index.h"

#include <algorithm>

namespace yokoten {
namespace {

std::uint64_t key(int measure, int area, int period) {
  const auto wide = [](int part) { return static_cast<std::uint64_t>(part); };
  return wide(measure) << 48 | wide(area) << 20 | wide(period);
}

void add(Element& to, const Element& more) {
  const auto total = sum(to.value, more.value);
  to.missing = to.missing || more.missing || !total;
  if (total) to.value = *total;
}

// Sorted by place, one element each.
void merge(std::vector<Element>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Element& a, const Element& b) { return a.place < b.place; });
  std::vector<Element> merged;
  for (const Element& each : all)
    if (!merged.empty() && merged.back().place == each.place)
      add(merged.back(), each);
    else
      merged.push_back(each);
  all = std::move(merged);
}

}  // namespace

std::optional<Decimal> total_of(const std::vector<Element>& elements) {
  std::optional<Decimal> total = Decimal{};
  for (const Element& each : elements) {
    if (each.missing || !total) return std::nullopt;
    total = sum(*total, each.value);
  }
  return total;
}

FactIndex::FactIndex(const Areas& areas, const Measured& measured)
    : areas_(areas), measured_(measured), children_(static_cast<std::size_t>(areas.size())) {
  int at = 0;
  for (const Fact& fact : measured.facts.all({.area = true, .period = true}))
    facts_[key(fact.measure, fact.area, fact.period)].push_back(at++);
  for (int area = 0; area < areas.size(); ++area)
    if (areas.at(area).parent >= 0)
      children_[static_cast<std::size_t>(areas.at(area).parent)].push_back(area);
}

std::vector<Element> FactIndex::own(int measure, int source, int area, int period) const {
  const auto counted = stated(measure, source, area, period, false);
  return counted.empty() ? stated(measure, source, area, period, true) : counted;
}

std::vector<Element> FactIndex::stated(int measure, int source, int area, int period,
                                       bool total) const {
  std::vector<Element> all;
  const auto at = facts_.find(key(measure, area, period));
  if (at == facts_.end()) return all;
  for (const int number : at->second) {
    const Fact fact = measured_.facts[static_cast<std::size_t>(number)];
    if (fact.source != source || fact.total != total) continue;
    all.push_back(
        {{fact.source, fact.column, fact.breakdown}, *fact.value, fact.missing != Missing::none});
  }
  merge(all);
  return all;
}

std::vector<Element> FactIndex::stated_by_any(int measure, const std::vector<int>& sources,
                                              int area, int period, bool total) const {
  std::vector<Element> all;
  for (const int source : sources) {
    const auto here = stated(measure, source, area, period, total);
    all.insert(all.end(), here.begin(), here.end());
  }
  return all;
}

// As sums are made: a total that is printed beside parts of which one is hidden stands for them.
std::vector<Element> FactIndex::of_child(int measure, const std::vector<int>& sources, int area,
                                         int period) const {
  auto own = stated_by_any(measure, sources, area, period, false);
  if (!own.empty()) return own;
  const auto& parts = below(measure, sources, area, period);
  if (!parts.empty() && total_of(parts)) return parts;
  const auto totals = stated_by_any(measure, sources, area, period, true);
  return totals.empty() ? parts : totals;
}

const std::vector<Element>& FactIndex::below(int measure, const std::vector<int>& sources, int area,
                                             int period) const {
  const auto [at, added] = below_.try_emplace({measure, sources, area, period});
  if (!added) return at->second;
  std::vector<Element> all;
  for (const int child : children_[static_cast<std::size_t>(area)]) {
    const std::vector<Element> part = of_child(measure, sources, child, period);
    all.insert(all.end(), part.begin(), part.end());
  }
  merge(all);
  return at->second = std::move(all);
}

}  // namespace yokoten
