#include "difference/figure_changes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "difference/reasons.h"

namespace yokoten {
namespace {

IndicatorChanges named(const std::string& id, const Snapshot& before, const Snapshot& after) {
  IndicatorChanges made;
  made.id = made.title = id;
  for (const Snapshot* side : {&before, &after}) {
    const auto* known = side->facts ? side->facts->indicator(id) : nullptr;
    if (known == nullptr) continue;
    made.title = known->title;
    made.unit = known->unit;
    made.decimals = known->decimals;
    made.is_ratio = known->is_ratio;
  }
  return made;
}

double size_of(const RevisedFigure& change) {
  return change.by ? std::abs(to_double(*change.by)) : -1;
}

// Of equal ones, and of those without a number, the order of keys stays.
void largest_first(std::vector<RevisedFigure>& changes) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const auto& a, const auto& b) { return size_of(a) > size_of(b); });
}

std::optional<Decimal> step(const ToldFigure& before, const ToldFigure& after) {
  if (!before.value || !after.value) return std::nullopt;
  const auto by = difference(*after.value, *before.value);
  return by ? std::optional(trimmed(*by)) : std::nullopt;
}

// Hidden ones are told as such: there is a number.
bool has_number(const ToldFigure& figure) {
  return figure.value || figure.lower || figure.missing == "suppressed";
}

/// Sorts what differs by indicator.
class Sorting {
 public:
  Sorting(const Snapshot& before, const Snapshot& after, std::span<const AreaChange> changes)
      : before_(before), after_(after), reasons_(before, after, changes) {}

  std::vector<IndicatorChanges> sorted() {
    for (const auto& [key, figure] : before_.figures) {
      const auto now = after_.figures.find(key);
      if (now == after_.figures.end())
        add_gone(key, figure);
      else if (!figure.says_the_same_as(now->second))
        add_changed(key, figure, now->second);
    }
    for (const auto& [key, figure] : after_.figures)
      if (!before_.figures.contains(key)) add_come(key, figure);
    return finished();
  }

 private:
  void add_gone(const FigureKey& key, const ToldFigure& figure) {
    IndicatorChanges& all = of(key);
    (has_number(figure) ? all.removed : all.empty_removed)
        .push_back({key, figure, {}, {}, reasons_.of(key, &figure, nullptr)});
  }

  void add_come(const FigureKey& key, const ToldFigure& figure) {
    IndicatorChanges& all = of(key);
    (has_number(figure) ? all.added : all.empty_added)
        .push_back({key, {}, figure, {}, reasons_.of(key, nullptr, &figure)});
  }

  // What had a number and has none any more is withdrawn, and the other way round new.
  void add_changed(const FigureKey& key, const ToldFigure& then, const ToldFigure& now) {
    IndicatorChanges& all = of(key);
    const bool had = has_number(then), has = has_number(now);
    (had == has ? all.revised
     : had      ? all.removed
                : all.added)
        .push_back({key, then, now, step(then, now), reasons_.of(key, &then, &now)});
  }

  IndicatorChanges& of(const FigureKey& key) {
    const auto at = found_.find(key.indicator);
    if (at != found_.end()) return at->second;
    return found_.emplace(key.indicator, named(key.indicator, before_, after_)).first->second;
  }

  std::vector<IndicatorChanges> finished() {
    std::vector<IndicatorChanges> all;
    for (auto& [id, changes] : found_) {
      largest_first(changes.revised);
      all.push_back(std::move(changes));
    }
    return all;
  }

  const Snapshot &before_, &after_;
  Reasons reasons_;
  std::map<std::string, IndicatorChanges> found_;
};

std::string number_of(const IndicatorChanges& of, const ToldFigure& figure, bool exactly) {
  if (exactly || of.decimals < 0) return to_shown(trimmed(*figure.value));
  const bool is_quotient = of.is_ratio && figure.numerator && figure.denominator;
  const auto exact = is_quotient ? quotient(*figure.numerator, *figure.denominator, of.decimals,
                                            figure.unit == "%" ? 100 : 1)
                                 : std::nullopt;
  return to_shown(exact ? *exact : rounded(*figure.value, of.decimals));
}

}  // namespace

std::vector<IndicatorChanges> figure_changes(const Snapshot& before, const Snapshot& after,
                                             std::span<const AreaChange> changes) {
  return Sorting(before, after, changes).sorted();
}

std::string shown_figure(const IndicatorChanges& of, const ToldFigure& figure, bool exactly) {
  if (figure.value) return number_of(of, figure, exactly) + figure.unit;
  if (figure.lower) return "≥ " + to_shown(trimmed(*figure.lower)) + figure.unit;
  return figure.missing;
}

}  // namespace yokoten
