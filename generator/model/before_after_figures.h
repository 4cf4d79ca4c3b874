#pragma once

#include <optional>
#include <string>

#include "model/before_after.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Where both sides come from. An outcome has them in one summary; of other indicators there are
/// two observations. nullptr for what was not measured.
struct MeasuredSides {
  int indicator = -1;
  const OutcomeSummary* outcome = nullptr;
  FoundObservation before, after;
};

/// The figures that an entry with an indicator names: outcomes of `home` (the prefecture), others
/// of `area` (the project's or the case's).
MeasuredSides measured_sides(const BeforeAfter& entry, const Publication& publication,
                             const Measured& measured, int area, int home);

/// An entry as it goes out: rounded as on pages, or the reason why it has no figures.
struct ShownChange {
  std::string what, unit, source;
  std::optional<Decimal> before, after;
  Missing missing = Missing::none;
};

ShownChange shown_change(const BeforeAfter& entry, const Publication& publication,
                         const Measured& measured, int area, int home);

}  // namespace yokoten
