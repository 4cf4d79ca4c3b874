#pragma once

#include <string_view>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Tells of each placeholder `{{…}}` of a text that its translation, at `place`, has nowhere
/// (translation.placeholder). Order and number may differ, as grammars do; `{{area.reading}}` and
/// `{{area.municipality_word}}` may be left out, which only Japanese needs.
void report_lost_placeholders(std::string_view text, std::string_view translation,
                              const Place& place, Findings& findings);

/// The same of the body of a page: block by block, where the translation has the same blocks in the
/// same order, and of what stands outside of them.
void report_lost_placeholders(const PageText& page, const PageText& translation,
                              Findings& findings);

}  // namespace yokoten
