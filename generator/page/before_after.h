#pragma once

#include <string>
#include <vector>

#include "model/before_after.h"
#include "page/context.h"

namespace yokoten {

/// A table of figures before and after with their change and where they are from; figures that are
/// no outcomes are those of `area`. Empty without entries.
std::string before_after_html(Context& context, const std::vector<BeforeAfter>& entries, int area,
                              const std::string& caption);

}  // namespace yokoten
