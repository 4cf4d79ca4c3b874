#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/boundaries.h"
#include "model/finding.h"
#include "model/source.h"

namespace yokoten {

/// Reads a boundary file (TopoJSON) as its source describes it. Empty, with a finding
/// `boundary.file` that names the JSON pointer, where it is no such file; `boundary.object` and
/// `boundary.code` where the description does not fit.
std::optional<Boundaries> read_boundaries(std::string_view bytes, const std::string& path,
                                          const Source& source, Findings& findings);

}  // namespace yokoten
