#pragma once

#include <string>
#include <string_view>

#include "model/event.h"
#include "model/finding.h"

namespace yokoten {

/// Reads a file of events/ (events.md). Findings `toml.*` and `event.WORD`.
Event read_event(std::string_view bytes, const std::string& file, const std::string& id,
                 Findings& findings);

}  // namespace yokoten
