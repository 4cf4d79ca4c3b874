#include "model/unions.h"

#include <string>

namespace yokoten {

std::vector<FoundObservation> unions_in(const Measured& measured, const Areas& areas,
                                        const Observation& seen) {
  std::vector<FoundObservation> found;
  for (const Observation& each : measured.unions)
    if (each.indicator == seen.indicator && each.period == seen.period &&
        each.breakdown == seen.breakdown && areas.at(each.area).parent == seen.area &&
        each.numerator)
      found.push_back(each);
  return found;
}

std::vector<std::vector<int>> unions_of_members(const Areas& areas) {
  std::vector<std::vector<int>> unions(static_cast<std::size_t>(areas.size()));
  for (int id = 0; id < areas.size(); ++id)
    for (const std::string& name : areas.at(id).members)
      if (const int member = areas.by_name(areas.at(id).parent, name); member != Areas::none)
        unions[static_cast<std::size_t>(member)].push_back(id);
  return unions;
}

}  // namespace yokoten
