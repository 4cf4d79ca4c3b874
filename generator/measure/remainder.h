#pragma once

#include <optional>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What the prefecture's own figure leaves for the municipalities without one; unions with a figure
/// count as listed. Empty where the prefecture has no figure or every municipality has one.
std::optional<Remainder> remainder(const Publication& publication, const Measured& measured,
                                   const Areas& areas, int indicator, int prefecture, int period);

/// All remainders of counts and ratios that municipalities owe, by indicator, period and
/// prefecture.
std::vector<Remainder> remainders(const Publication& publication, const Measured& measured,
                                  const Areas& areas);

}  // namespace yokoten
