#include "difference/difference.h"

namespace yokoten {

bool Difference::is_empty() const {
  return indicators.empty() && ranks.empty() && pages.is_empty() && findings.added.empty() &&
         findings.gone.empty();
}

Difference difference_of(const Snapshot& before, const Snapshot& after,
                         std::span<const AreaChange> changes) {
  return {figure_changes(before, after, changes), rank_changes(before, after),
          page_changes(before, after, changes), finding_changes(before, after)};
}

}  // namespace yokoten
