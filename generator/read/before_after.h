#pragma once

#include "model/before_after.h"
#include "model/finding.h"
#include "model/toml_node.h"

namespace yokoten {

/// An indicator with its part, or plain figures with their source; `entry.part` is said of a part
/// that names several breakdowns or none.
BeforeAfter read_before_after(const TomlNode& node, Findings& findings);

}  // namespace yokoten
