#pragma once

#include <cstdint>

#include "base/decimal.h"
#include "model/indicator.h"
#include "model/observation.h"

namespace yokoten {

/// What the figure of an area says about the condition of a share of areas.
enum class Verdict : std::uint8_t {
  met,             ///< by its value, or by a bound that reaches the limit (`90以上`)
  not_met,         ///< by its value
  not_applicable,  ///< the area has nothing that could meet the condition, and counts as not met
  unknown,         ///< no figure, or a bound below the limit
};

/// By the exact parts: a value rounded to six places may have crossed the limit.
Verdict verdict(const Indicator& condition, const FoundObservation& figure, Decimal at_least);

}  // namespace yokoten
