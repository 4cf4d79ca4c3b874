#pragma once

#include <string>

#include "page/compiled_page.h"

namespace yokoten {

/// Sections, columns, blocks and text as HTML. Sections whose blocks all have nothing to say are
/// left out.
std::string flow_html(Context& context, const CompiledPage& page, const Flow& flow);

/// The opening of a page: heading, lead and search form, then the blocks before the first section.
std::string opening_html(Context& context, const CompiledPage& page);

}  // namespace yokoten
