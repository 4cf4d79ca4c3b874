#pragma once

#include <optional>
#include <string_view>

#include "model/period.h"

namespace yokoten {

/// The period that to_english writes so: FY2020, February 2024, 31 March 2025, first half of
/// FY2024, January–March 2025. Capital letters and the kind of dash don't matter.
std::optional<Period> period_in_english(std::string_view text);

}  // namespace yokoten
