#include "difference/difference.h"

#include "difference/told_numbers.h"

namespace yokoten {

bool Difference::is_empty() const {
  return definitions.empty() && indicators.empty() && ranks.empty() && pages.is_empty() &&
         findings.added.empty() && findings.gone.empty();
}

Difference difference_of(const Snapshot& before, const Snapshot& after,
                         std::span<const AreaChange> changes) {
  Difference made{definition_changes(before, after), figure_changes(before, after, changes),
                  rank_changes(before, after), page_changes(before, after, changes),
                  finding_changes(before, after)};
  ToldNumbers(before, after, made.indicators, made.ranks).mark(made.pages.numbers);
  return made;
}

}  // namespace yokoten
