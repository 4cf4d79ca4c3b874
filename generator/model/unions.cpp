#include "model/unions.h"

namespace yokoten {

std::vector<const Observation*> unions_in(const Measured& measured, const Areas& areas,
                                          const Observation& seen) {
  std::vector<const Observation*> found;
  for (const Observation& each : measured.unions)
    if (each.indicator == seen.indicator && each.period == seen.period &&
        each.breakdown == seen.breakdown && areas.at(each.area).parent == seen.area &&
        each.numerator)
      found.push_back(&each);
  return found;
}

}  // namespace yokoten
