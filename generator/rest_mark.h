#pragma once

#include <string>

#include "compiled_site.h"

namespace yokoten {

/// SHA-256 of all that pages may look up without it being noted and that follows from figures:
/// what is owed, figures that only earlier releases have, which periods and parts there are, what
/// offices have reported; and what sources.toml says but for hashes. Other files are looked at as
/// they lie on the disk.
std::string rest_mark(const CompiledSite& compiled);

/// SHA-256 of what releases say otherwise than those before them, which is noted.
std::string release_mark(const ReleaseHistory& history);

}  // namespace yokoten
