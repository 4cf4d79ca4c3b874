#include "protect/measure_sums.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "protect/cell_rules.h"

namespace yokoten {
namespace {

constexpr int kFewestRows = 5;  // fewer may add up by chance
constexpr std::size_t kMostParts = 3;
constexpr std::size_t kMostMeasures = 24;

class SumFinder {
 public:
  SumFinder(const Publication& publication, const Measured& measured)
      : publication_(publication), measured_(measured), ruled_(measured.measures.size()) {
    for (std::size_t at = 0; at < ruled_.size(); ++at) ruled_[at] = is_ruled(at);
    for (const Fact& fact : measured.facts.all())
      if (!fact.total && fact.missing == Missing::none) add(fact);
  }

  std::vector<MeasureSum> found() {
    const std::vector<int> all = counted();
    if (std::none_of(all.begin(), all.end(), [&](int each) { return is_ruled_measure(each); }))
      return {};
    for (const int whole : all) {
      find_rows(whole);
      const std::vector<int> beside = counted_beside(whole);
      if (beside.size() <= kMostMeasures) look(whole, beside, 0, {});
      look_in_sources(whole);
    }
    return std::move(sums_);
  }

 private:
  using Row = std::map<int, Decimal>;  // by measure

  bool is_ruled(std::size_t measure) const {
    const std::string& name = measured_.measures[measure];
    return std::any_of(publication_.sources.begin(), publication_.sources.end(),
                       [&](const Source& source) {
                         return source.disclosure && gives_measure(source, name) &&
                                covers(*source.disclosure, name);
                       });
  }

  bool is_ruled_measure(int measure) const {
    return ruled_[static_cast<std::size_t>(measure)] != 0;
  }

  void add(const Fact& fact) {
    const auto [at, added] =
        by_place_[{fact.area, fact.period, fact.breakdown}].try_emplace(fact.measure, *fact.value);
    if (added) return;
    if (const auto total = sum(at->second, *fact.value)) at->second = *total;
  }

  std::vector<int> counted() const {
    std::vector<char> seen(measured_.measures.size());
    for (const auto& [place, row] : by_place_)
      for (const auto& [measure, value] : row) seen[static_cast<std::size_t>(measure)] = 1;
    std::vector<int> all;
    for (std::size_t at = 0; at < seen.size(); ++at)
      if (seen[at]) all.push_back(static_cast<int>(at));
    return all;
  }

  void find_rows(int whole) {
    rows_.clear();
    for (const auto& [place, row] : by_place_)
      if (row.contains(whole)) rows_.push_back(&row);
  }

  // Measures that stand beside it often enough.
  std::vector<int> counted_beside(int whole) const {
    std::map<int, int> often;
    for (const Row* row : rows_)
      for (const auto& [measure, value] : *row) ++often[measure];
    std::vector<int> all;
    for (const auto& [measure, rows] : often)
      if (measure != whole && rows >= kFewestRows) all.push_back(measure);
    return all;
  }

  void look(int whole, const std::vector<int>& all, std::size_t from, std::vector<int> parts) {
    if (!parts.empty()) keep(whole, parts);
    if (parts.size() == kMostParts) return;
    for (std::size_t at = from; at < all.size(); ++at) {
      parts.push_back(all[at]);
      look(whole, all, at + 1, parts);
      parts.pop_back();
    }
  }

  void look_in_sources(int whole) {
    const std::string& name = measured_.measures[static_cast<std::size_t>(whole)];
    for (const Source& source : publication_.sources) {
      if (!gives_measure(source, name)) continue;
      std::vector<int> parts;
      for (const auto& [measure, heading] : source.measures)
        if (measure != name) parts.push_back(measured_.measure(measure));
      if (parts.size() > kMostParts) keep(whole, parts);
    }
  }

  void keep(int whole, const std::vector<int>& parts) {
    const bool ruled =
        is_ruled_measure(whole) ||
        std::any_of(parts.begin(), parts.end(), [&](int each) { return is_ruled_measure(each); });
    if (ruled && holds(whole, parts)) sums_.push_back({whole, parts});
  }

  // In all rows that have them, and in enough of them not by zeros only.
  bool holds(int whole, const std::vector<int>& parts) const {
    std::vector<int> telling(parts.size());
    int rows = 0;
    for (const Row* row : rows_) {
      const auto total = row->find(whole);
      if (total == row->end()) continue;
      std::optional<Decimal> rest = total->second;
      bool all = true;
      for (std::size_t at = 0; at < parts.size() && all; ++at) {
        const auto part = row->find(parts[at]);
        all = part != row->end();
        if (!all) continue;
        telling[at] += part->second.mantissa != 0;
        if (rest) rest = difference(*rest, part->second);
      }
      if (!all) continue;
      if (!rest || rest->mantissa != 0) return false;
      ++rows;
    }
    return rows >= kFewestRows && std::all_of(telling.begin(), telling.end(),
                                              [](int each) { return each >= kFewestRows / 2; });
  }

  const Publication& publication_;
  const Measured& measured_;
  std::vector<char> ruled_;
  std::map<std::tuple<int, int, int>, Row> by_place_;  // area, period, breakdown
  std::vector<const Row*> rows_;                       // that have the whole
  std::vector<MeasureSum> sums_;
};

}  // namespace

std::vector<MeasureSum> measure_sums(const Publication& publication, const Measured& measured) {
  return SumFinder(publication, measured).found();
}

}  // namespace yokoten
