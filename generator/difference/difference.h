#pragma once

#include <string>
#include <vector>

#include "difference/definition_changes.h"
#include "difference/figure_changes.h"
#include "difference/finding_changes.h"
#include "difference/page_changes.h"
#include "difference/rank_changes.h"

namespace yokoten {

/// All that is not the same on two sides.
struct Difference {
  std::vector<DefinitionChange> definitions;
  std::vector<IndicatorChanges> indicators;
  std::vector<RankChanges> ranks;
  PageChanges pages;
  FindingChanges findings;

  /// Nothing differs that is compared.
  bool is_empty() const;
};

/// `changes` are those of areas, as data/areas lists them.
Difference difference_of(const Snapshot& before, const Snapshot& after,
                         std::span<const AreaChange> changes);

}  // namespace yokoten
