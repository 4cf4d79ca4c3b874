#pragma once

#include <string>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// `data/outcomes.csv`: what offices report before and after, a row a group (publish/outcomes.md).
/// Empty where the publication has no such indicator.
std::string outcomes_csv(const Publication& publication, const Areas& areas,
                         const Measured& measured);

}  // namespace yokoten
