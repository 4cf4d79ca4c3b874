#pragma once

#include <optional>

#include "model/finding.h"
#include "model/publication.h"
#include "model/toml_node.h"

namespace yokoten {

/// The front matter of a page as the tree that TomlReader reads strictly: plain words that look
/// like numbers are numbers (commas where thousands are), `true` and `false` truths, all else text.
/// Findings `project.form` (no YAML, no list of keys), `project.twice` (a key twice),
/// `project.limit` (10,000 values, 20 levels; anchors count where they are used).
std::optional<TomlNode> front_tree(const PageText& page, Findings& findings);

}  // namespace yokoten
