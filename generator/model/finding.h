#pragma once

#include <string>
#include <vector>

#include "base/place.h"

namespace yokoten {

/// error blocks the build, warning shows, note informs.
enum class Level { note, warning, error };
/// As files and programs have it, in no language: `warning`.
const char* level_word(Level level);

/// What a check, a reader or a renderer has to say about one place.
struct Finding {
  Place place;
  Level level = Level::error;
  std::string code;  ///< stable, `room.word` (name.unknown, total.differs)
  Message message;   ///< one sentence with the hint how to mend it
};

using Findings = std::vector<Finding>;

/// Appends one finding.
void add_finding(Findings& findings, Level level, Place place, std::string code, Message message);

/// Whether anything in `findings` blocks the build.
bool blocks(const Findings& findings);

/// Sorts by file, row, column, code, so that the list is the same on every run, and keeps one of
/// equal findings: indicators that share a cell say the same about it.
void sort_by_place(Findings& findings);

/// `FILE:ROW:COLUMN: LEVEL CODE message` in one line, whatever the cell holds; row and column are
/// left out where they are unknown (0).
std::string to_line(const Finding& finding, Language language);

/// The same as one JSON object without a line end.
std::string to_json_line(const Finding& finding, Language language);

}  // namespace yokoten
