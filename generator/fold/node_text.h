#pragma once

#include <string>

#include "fold/form.h"
#include "model/toml_node.h"

namespace yokoten {

/// A value as TOML in one line.
std::string toml_text(const TomlNode& node);

/// Entries of a table as TOML: `key = value` lines, tables as `[prefix.key]`, lists of tables as
/// `[[prefix.key]]` where `prefix` is not empty.
std::string toml_lines(const std::vector<TomlNode>& entries, const std::string& prefix);

/// Entries as YAML in one line each.
std::string yaml_lines(const std::vector<TomlNode>& entries);

/// The node as a cell of this column says it; empty where the column can't hold it.
std::optional<std::string> cell_text(const TomlNode& node, const BookColumn& column);

/// Same values; order of keys does not count, nor whether a date is quoted.
bool same_values(const TomlNode& a, const TomlNode& b);

/// Takes the entry at `path` (period.from) out of the table; empty when it is not there.
std::optional<TomlNode> taken(TomlNode& table, const std::string& path);

}  // namespace yokoten
