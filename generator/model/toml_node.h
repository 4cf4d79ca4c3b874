#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/finding.h"

namespace yokoten {

/// A value of a TOML file with its place. Children of a table keep the order of the file.
struct TomlNode {
  enum class Kind { text, integer, number, truth, date, time, list, table };

  Kind kind = Kind::table;
  Place place;
  std::string key;  ///< in a table
  Place key_place;
  std::string text;  ///< of a text, a date (2024-09-13), a number (30.5)
  std::int64_t integer = 0;
  bool truth = false;
  std::vector<TomlNode> children;

  /// The child with this key, nullptr for none.
  const TomlNode* find(std::string_view wanted) const;
};

/// Reads TOML 1.0. Empty with a finding `toml.syntax` at the line and character where it ends to be
/// TOML, or `toml.limit` above 4 MiB.
std::optional<TomlNode> parse_toml(std::string_view bytes, const std::string& file,
                                   Findings& findings);

}  // namespace yokoten
