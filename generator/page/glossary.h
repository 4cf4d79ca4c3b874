#pragma once

#include <string>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// Terms with what they mean, each at `#term-ID`; empty where there is none.
std::string glossary_html(Context& context, const std::vector<const GlossaryTerm*>& terms);

/// The page's content with its first mentions marked, and what they mean behind it. `all_terms`:
/// the page that lists every term; may be empty.
std::string with_terms(Context& context, std::string content, const std::string& all_terms);

}  // namespace yokoten
