#include "protect/outcome_spreads.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace yokoten {
namespace {

using Offices = std::vector<int>;
using Groups = std::vector<OutcomeSummary*>;

bool are_few(std::size_t offices) { return offices > 0 && offices < fewest_for_spread; }

std::size_t apart(const Offices& a, const Offices& b) {
  Offices found;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(found));
  return found.size();
}

bool lies_inside(const Offices& part, const Offices& whole) {
  return part.size() < whole.size() &&
         std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// Looks among groups whose spreads show for those that tell of few offices.
class Spreads {
 public:
  Spreads(const Cube& cube, Groups groups) : cube_(cube), groups_(std::move(groups)) {
    // Readers miss the newest year most, and the whole more than its parts.
    std::stable_sort(groups_.begin(), groups_.end(),
                     [&](const auto* a, const auto* b) { return cost(*a) < cost(*b); });
  }

  /// Those that must not show their spreads.
  Groups told() {
    Groups out;
    while (OutcomeSummary* each = next()) {
      out.push_back(each);
      groups_.erase(std::find(groups_.begin(), groups_.end(), each));
    }
    return out;
  }

 private:
  std::tuple<bool, int, int> cost(const OutcomeSummary& of) const {
    return {of.breakdown == 0, cube_.period(of.period).year, of.pairs()};
  }

  // The cheapest comes first.
  OutcomeSummary* next() const {
    for (std::size_t a = 0; a < groups_.size(); ++a)
      for (std::size_t b = a + 1; b < groups_.size(); ++b)
        if (are_few(apart(groups_[a]->offices, groups_[b]->offices))) return groups_[a];
    for (const OutcomeSummary* whole : groups_)
      if (OutcomeSummary* part = part_that_tells(*whole)) return part;
    return nullptr;
  }

  // What is left of a whole beside all of its parts that show: services, prefectures …
  OutcomeSummary* part_that_tells(const OutcomeSummary& whole) const {
    std::map<std::tuple<int, int, std::string>, std::pair<Offices, OutcomeSummary*>> unions;
    for (OutcomeSummary* part : groups_) {
      if (!lies_inside(part->offices, whole.offices)) continue;
      auto& [all, first] = unions[{part->indicator, part->period, kind(*part, whole)}];
      Offices more;
      std::set_union(all.begin(), all.end(), part->offices.begin(), part->offices.end(),
                     std::back_inserter(more));
      if (more.size() != all.size() + part->offices.size()) continue;  // counted already
      all = std::move(more);
      if (first == nullptr) first = part;
    }
    for (const auto& [parts, joined] : unions)
      if (are_few(whole.offices.size() - joined.first.size())) return joined.second;
    return nullptr;
  }

  std::string kind(const OutcomeSummary& part, const OutcomeSummary& whole) const {
    if (part.area != whole.area && part.breakdown == whole.breakdown) return "area";
    const std::string text = cube_.breakdown(part.breakdown);
    return std::to_string(part.area) + ' ' + text.substr(0, text.find('='));
  }

  const Cube& cube_;
  Groups groups_;
};

void hide_spread(Spread& spread) {
  spread.first_quartile = spread.median = spread.third_quartile = std::nullopt;
}

void hide_spreads(OutcomeSummary& summary) {
  for (Spread* each : {&summary.before, &summary.after, &summary.change}) hide_spread(*each);
  summary.low = summary.high = std::nullopt;
  summary.improved.reset();
}

}  // namespace

int hide_told_spreads(Measured& measured) {
  std::map<std::pair<Outcome, int>, Groups> years;
  std::map<Outcome, Groups> before;
  for (OutcomeSummary& each : measured.outcomes)
    if (!each.hidden && each.improved) years[{each.outcome, each.period}].push_back(&each);
  int count = 0;
  for (auto& [year, groups] : years)
    for (OutcomeSummary* each : Spreads(measured.cube, std::move(groups)).told()) {
      hide_spreads(*each);
      ++count;
    }
  // What was before is the same in every year that an office reports.
  for (OutcomeSummary& each : measured.outcomes)
    if (!each.hidden && each.before.median) before[each.outcome].push_back(&each);
  for (auto& [outcome, groups] : before)
    for (OutcomeSummary* each : Spreads(measured.cube, std::move(groups)).told()) {
      hide_spread(each->before);
      ++count;
    }
  return count;
}

}  // namespace yokoten
