#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// One side of an indicator's formula.
struct FormulaSide {
  const Term* term = nullptr;
  std::string name;  ///< the same for sides that select the same
  int measure = -1;
  std::vector<int> sources;  ///< that it may come from
};

/// By indicator: numerator, denominator. Sides that are none have no term.
std::vector<std::pair<FormulaSide, FormulaSide>> formula_sides(const Publication& publication,
                                                               const Measured& measured);

}  // namespace yokoten
