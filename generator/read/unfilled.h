#pragma once

#include <string>
#include <string_view>

#include "model/finding.h"

namespace yokoten {

/// Names each place where `yokoten new` left 【記入】 for the publisher (publication.unfilled), but
/// for lines that are comments as a whole.
void report_unfilled(std::string_view bytes, const std::string& file, Findings& findings);

}  // namespace yokoten
