#pragma once

#include <map>
#include <string>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// Texts by `TABLE.KEY` (`state.not_published`).
using Words = std::map<std::string, std::string>;

/// The words of a language. Findings `words.missing` (no file), `words.values` (braces that take no
/// value, or values in order beside numbered ones) and `toml.*`.
Words read_words(Disk& disk, const std::string& path, Findings& findings);

/// The same of another language than the program's own: a text that takes more values than that of
/// `own` is `words.values`, a key that `own` lacks `words.unknown`.
Words read_other_words(Disk& disk, const std::string& path, const Words& own, Findings& findings);

/// Puts words/ja.toml of a publication's own `templates` in the place of the program's `words`,
/// where it is there: checked as those of another language are, but for what its templates ask for.
void read_own_words(Disk& disk, const std::string& templates, Words& words, Findings& findings);

/// Reports each key of `own` that `words`, as read from `path`, lacks: `words.missing`.
void report_missing_words(const Words& own, const Words& words, const std::string& path,
                          Findings& findings);

}  // namespace yokoten
