#pragma once

#include "model/measured.h"
#include "model/project.h"
#include "model/publication.h"

namespace yokoten {

/// Where the figures of a result come from. An outcome has both sides in one summary; of other
/// indicators there are two observations. nullptr for what was not measured.
struct ResultFigures {
  int indicator = -1;
  const OutcomeSummary* outcome = nullptr;
  const Observation *before = nullptr, *after = nullptr;
};

/// The figures that a result with an indicator names: outcomes of `home` (the prefecture), others
/// of `area` (the project's).
ResultFigures figures_of(const ProjectResult& result, const Publication& publication,
                         const Measured& measured, int area, int home);

}  // namespace yokoten
