#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/place.h"
#include "model/period.h"

namespace yokoten {

/// What changed in a model project or a case of good practice: figures of an indicator, or such as
/// stand in `source`.
struct BeforeAfter {
  std::string what, unit, source;
  std::optional<Decimal> before, after;
  std::string indicator;            ///< id; empty for figures of `source`
  std::string part_key, part_code;  ///< of the indicator; empty for the whole
  int year = 0;                     ///< of the reports, 0 for the newest
  std::optional<Period> from, to;   ///< of an indicator that is no outcome
  Place place, indicator_place, part_place, period_place;
};

}  // namespace yokoten
