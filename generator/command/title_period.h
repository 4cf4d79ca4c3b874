#pragma once

#include <optional>
#include <vector>

#include "model/period.h"
#include "read/form_guess.h"

namespace yokoten {

/// The period that titles above a table say: （令和6年9月13日現在）, 令和6年（2024年）3月末時点.
/// Empty where they say none, two, or more than can be read behind it (平成31年（令和元年）4月),
/// and of days on which something was written or published (作成日：2024/9/13).
std::optional<Period> period_of_titles(const std::vector<TitleLine>& titles);

}  // namespace yokoten
