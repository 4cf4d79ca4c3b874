#pragma once

#include <vector>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// A measure that is the sum of others wherever all of them are counted: 計 of 男 and 女.
struct MeasureSum {
  int whole = 0;
  std::vector<int> parts;
};

/// Sums that hold in every row, between measures of which at least one falls under a rule. Up to
/// three parts are looked for among all measures, more only as all others of one source.
std::vector<MeasureSum> measure_sums(const Publication& publication, const Measured& measured);

}  // namespace yokoten
