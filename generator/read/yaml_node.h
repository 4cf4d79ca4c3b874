#pragma once

#include <optional>
#include <string_view>

#include "model/finding.h"
#include "model/publication.h"
#include "model/toml_node.h"

namespace yokoten {

/// The front matter of a page as the tree that TomlReader reads strictly: plain words that look
/// like numbers are numbers (commas where thousands are), `true` and `false` truths, all else text.
/// Findings `front.form` (no YAML, no list of keys), `front.twice` (a key twice),
/// `front.limit` (10,000 values, 20 levels; anchors count where they are used).
std::optional<TomlNode> front_tree(const PageText& page, Findings& findings);

/// Adds to `findings` what was said while one part of the front matter was read, under its name:
/// `toml.unknown`, which holds for YAML too, becomes `project.unknown`.
void report_as(std::string_view subject, const Findings& own, Findings& findings);

}  // namespace yokoten
