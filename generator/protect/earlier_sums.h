#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

#include "protect/cell_rules.h"
#include "protect/cube_cells.h"

namespace yokoten {

/// What a release has said of a cell of today.
struct EarlierFigure {
  std::optional<std::int64_t> shown;  ///< nothing: it was hidden
};

/// Adds the sums of an earlier release, where figures have changed since: outsiders still know
/// them. What it showed is a cell that stays open. Of what it hid only the sums are known here: as
/// few figures as can be count as changed, those are cells of their own, the others are the ones of
/// today. Looks at the first `relations` sums. Returns how many groups of sums can't be: those are
/// left out.
int add_earlier_sums(const std::map<int, EarlierFigure>& figures, const CellRules& rules,
                     std::size_t relations, CubeCells& all);

}  // namespace yokoten
