#pragma once

#include <vector>

#include "measure/sides.h"
#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// A `count` or `ratio` indicator to be measured: what its two sides ask for, with their parts
/// named in the cube. Plans are made one after the other, and carried out side by side.
struct FormulaPlan {
  int indicator = 0;
  SideRequest numerator, denominator;
  Slices numerator_slices, denominator_slices;  ///< none for a denominator that a count has not
};

/// What a plan came to.
struct FormulaResult {
  ObservationList figures;  ///< in the order of Cube::all()
  std::vector<Observation> unions;
  Findings findings;
};

FormulaPlan plan_formula(const Publication& publication, int indicator, const FactGroups& groups,
                         Measured& measured);

/// The observations for the areas of the indicator's levels that a row speaks of, or a sum. Finds
/// observation.twice and sum.too_large.
FormulaResult measure_formula(const FormulaPlan& plan, const FactGroups& groups,
                              const Publication& publication, const Areas& areas,
                              const Measured& measured);

bool owes(const Indicator& indicator, AreaLevel level);

}  // namespace yokoten
