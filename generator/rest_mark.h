#pragma once

#include <string>

#include "compiled_site.h"

namespace yokoten {

/// SHA-256 of all that pages may look up without it being noted: where findings stand, what is
/// owed, earlier releases, which periods and parts there are, what sources.toml says but for
/// hashes. Empty where too much of the kind is there to tell: effect reports and what was made of
/// them.
std::string rest_mark(const CompiledSite& compiled, Disk& disk);

}  // namespace yokoten
