#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"
#include "model/translation.h"

namespace yokoten {

/// Translations into other languages than `language` (empty for none) are a warning
/// (publication.file).
void report_unread_translations(Disk& disk, const std::string& folder, const std::string& language,
                                Findings& findings);

/// Reads `translations/LANGUAGE.toml` below `folder`: see translations.md. Findings
/// `translation.file` (not there) and `toml.*`.
Translation read_translation(Disk& disk, const std::string& folder, const std::string& language,
                             Findings& findings);

}  // namespace yokoten
