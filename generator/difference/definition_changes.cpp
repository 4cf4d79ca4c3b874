#include "difference/definition_changes.h"

#include <set>

namespace yokoten {
namespace {

using What = DefinitionChange::What;

std::string better_word(Better better) {
  return better == Better::higher ? "higher" : better == Better::lower ? "lower" : "";
}

/// Gathers what changed of indicators.
class Gathering {
 public:
  Gathering(const BuildFacts& before, const BuildFacts& after) : before_(before), after_(after) {}

  std::vector<DefinitionChange> gathered() {
    std::set<std::string> ids;
    for (const BuildFacts* side : {&before_, &after_})
      for (const auto& each : side->indicators) ids.insert(each.id);
    for (const std::string& id : ids) compare(before_.indicator(id), after_.indicator(id));
    return std::move(found_);
  }

 private:
  using Facts = BuildFacts::OfIndicator;

  void compare(const Facts* then, const Facts* now) {
    known_ = now == nullptr ? then : now;
    if (then == nullptr || now == nullptr)
      return add(What::indicator, then == nullptr ? "" : then->title,
                 now == nullptr ? "" : now->title);
    add(What::title, then->title, now->title);
    add(What::unit, then->unit, now->unit);
    add(What::decimals, std::to_string(then->decimals), std::to_string(now->decimals));
    add(What::better, better_word(then->better), better_word(now->better));
    compare_targets(*then, *now);
    add(What::calculation, then->definition, now->definition);
  }

  void compare_targets(const Facts& then, const Facts& now) {
    if (!then.targets || !now.targets) return;  // an earlier version did not keep them
    std::set<int> years;
    for (const auto* side : {&*then.targets, &*now.targets})
      for (const auto& each : *side) years.insert(each.year);
    const auto of = [](const std::vector<BuildFacts::OfTarget>& targets, int year) {
      for (const auto& each : targets)
        if (each.year == year) return each.text;
      return std::string();
    };
    for (const int year : years)
      add(What::target, of(*then.targets, year), of(*now.targets, year), year);
  }

  void add(What what, const std::string& before, const std::string& after, int year = 0) {
    if (before != after || what == What::indicator)
      found_.push_back({known_->id, known_->title, what, year, before, after});
  }

  const BuildFacts &before_, &after_;
  const Facts* known_ = nullptr;
  std::vector<DefinitionChange> found_;
};

}  // namespace

std::vector<DefinitionChange> definition_changes(const Snapshot& before, const Snapshot& after) {
  if (!before.facts || !after.facts) return {};
  return Gathering(*before.facts, *after.facts).gathered();
}

}  // namespace yokoten
