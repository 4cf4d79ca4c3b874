#pragma once

#include "model/observation.h"

namespace yokoten {

/// The reason as open data gives it: none where a value or a bound is there, also where pages say
/// that the number is unknown (a share of 90以上 has an end above only).
inline Missing missing_reason(const Observation& seen) {
  return seen.value || seen.lower || seen.upper ? Missing::none : seen.missing;
}

}  // namespace yokoten
