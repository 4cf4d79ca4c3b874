#pragma once

#include <optional>
#include <string>

#include "pull/errand.h"

namespace yokoten {

/// What came of a database, with `catch_.bytes` and what was asked filled in: completes it. A fault
/// where no table can be made of it.
std::optional<Fault> complete_answer(const Source& source, const FilledQuery& query, Catch& caught);

}  // namespace yokoten
