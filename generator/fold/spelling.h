#pragma once

#include <set>
#include <string>

#include "fold/spelled_file.h"

namespace yokoten {

/// How values are written: in TOML dates are bare, in YAML they are text.
enum class Spelling { toml, yaml };

/// The value of a cell in a file: "text", 7650000, 2025-11-12, true, ["a", "b"].
std::string literal(const EntryCell& cell, Spelling spelling);

/// `key = value` of a cell in a line of its own, nothing for a blank cell.
void put_entry(SpelledFile& file, const BookRow& row, const std::string& key,
               const std::string& written_key);

/// The entries of all cells of a row in the order of their form whose keys are plain (`*…` are
/// not).
void put_plain_entries(SpelledFile& file, const BookRow& row, const BookForm& form);

/// A key as it has to stand in TOML: bare where that may be.
std::string toml_key(const std::string& key);

}  // namespace yokoten
