#pragma once

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// What YAML lets pass in the front matter of a page, though nobody means it: a value that begins
/// with a quote and does not end in its line, which takes the next keys in (`front.quote`), and a
/// key that stands twice (`front.twice`; of cases and projects their reader tells).
void check_front(const PageText& page, Findings& findings);

}  // namespace yokoten
