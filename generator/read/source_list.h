#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/finding.h"
#include "model/source.h"
#include "read/table_form.h"

namespace yokoten {

/// A source as sources.toml says it, with the headings that it names, for the look into its
/// table.
struct SourceText {
  Source source;
  std::vector<std::pair<std::string, Place>> headings;
  /// With `group`: those of the file; `headings` are those of the table made of it.
  std::vector<std::pair<std::string, Place>> file_headings;
  Place hash_place;
  TableForm form;            ///< how its table stands in the file
  bool is_pinned = false;    ///< by pull.lock: another file must not be read
  bool is_unclear = false;   ///< its form can't be as it is said: no table is read by another
  bool is_optional = false;  ///< others publish it: without its file there are no figures, no error
};

/// Reads sources.toml (sources.md). What is wrong in one source leaves the others readable.
std::vector<SourceText> read_sources(std::string_view bytes, const std::string& file,
                                     Findings& findings);

/// Whether `id` may name a source, an indicator: a-z, 0-9 and `-`, not empty.
bool is_id(std::string_view id);

}  // namespace yokoten
