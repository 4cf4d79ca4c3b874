#pragma once

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// The page in another language: the body of `own` and, of the front matter, its texts in the place
/// of those of `page`; everything else of it stays as it is in `page`. Findings `translation.front`
/// (a key that `page` lacks, or one that is no text), `translation.missing` (a text in Japanese
/// that `own` lacks) and `translation.placeholder`.
PageText translated_page(const PageText& page, const PageText& own, Findings& findings);

}  // namespace yokoten
