#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "model/area.h"
#include "model/finding.h"

namespace yokoten {

/// Reads the prefectures, municipalities, variants, unions and changes of `folder` (data/areas).
/// Findings `areas.*` and `table.*`; empty when one of them is an error.
std::optional<Areas> read_areas(Disk& disk, const std::string& folder, Findings& findings);

}  // namespace yokoten
