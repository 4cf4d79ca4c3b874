#pragma once

#include <string_view>
#include <vector>

#include "check/subject.h"
#include "model/before_after.h"

namespace yokoten {

/// The figures that entries take from indicators are there, for `area` where they are no outcomes:
/// `WHOSE.indicator`, `.part`, `.times` and `.figures`. `whose` is project or case.
void check_before_after(const Subject& subject, std::string_view whose, int area,
                        const std::vector<BeforeAfter>& entries);

}  // namespace yokoten
