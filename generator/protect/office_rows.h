#pragma once

#include "model/publication.h"

namespace yokoten {

/// Marks effect reports and lists of offices as withheld, and takes out the corrections that quote
/// them: single offices never go out, whatever the disclosure rules say.
void withhold_office_rows(Publication& publication);

}  // namespace yokoten
