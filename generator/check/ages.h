#pragma once

#include <optional>
#include <string_view>

#include "check/subject.h"
#include "model/period.h"

namespace yokoten {

/// `date` and an ISO duration of years, months or days (P1Y, P6M, P90D) later; days that the month
/// does not have become its last. Empty when the duration is none.
std::optional<Date> later(Date date, std::string_view duration);

/// Sources and figures that lie after the publication's as_of (future). Planned figures may.
void check_future(const Subject& subject);

/// Indicators whose newest figure is older than their stale_after allows (indicator.stale).
void check_stale(const Subject& subject);

}  // namespace yokoten
