#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// Splits a page into the front matter between its `---` lines and the Markdown after it; CRLF
/// becomes LF. Fills all but `path`, `is_case` and `is_project`. Findings `page.front`,
/// `page.encoding`, `page.limit` (1 MiB); empty when there is one.
std::optional<PageText> read_page(std::string_view bytes, const std::string& file,
                                  Findings& findings);

}  // namespace yokoten
