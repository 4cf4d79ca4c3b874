#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// The figures of an observations.csv that an earlier release has published. Appends table.* and
/// released.column where it is none.
std::vector<ReleasedFigure> read_released(std::string_view bytes, const std::string& file,
                                          Findings& findings);

}  // namespace yokoten
