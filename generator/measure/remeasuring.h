#pragma once

#include <optional>
#include <vector>

#include "measure/fact_groups.h"
#include "model/area.h"
#include "model/cell_change.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Measures again what follows from a few cells, in place, without measuring the rest: the figures
/// of the same period that are made of them, sums and shares of areas too, what they leave of
/// prefectures, and ranks.
class Remeasuring {
 public:
  /// Good as long as `measured` has the same facts.
  Remeasuring(const Publication& publication, const Areas& areas, const Measured& measured);

  /// The observations that say something else now. Nothing, and nothing has changed, where more may
  /// follow from the cells than other numbers: where one was no number before, or is none now, has
  /// another note, or tells what its row is about; where figures are hidden; where a sum gets too
  /// large.
  std::optional<std::vector<FoundObservation>> take_in(const std::vector<CellChange>& cells,
                                                       Measured& measured) const;

 private:
  const Publication& publication_;
  const Areas& areas_;
  FactPeriods facts_;
};

}  // namespace yokoten
