#pragma once

#include "model/finding.h"
#include "model/project.h"
#include "model/toml_node.h"

namespace yokoten {

/// An entry of `results`: an indicator with its part, or plain figures with their source.
ProjectResult read_result(const TomlNode& node, Findings& findings);

}  // namespace yokoten
