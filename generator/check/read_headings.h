#pragma once

#include <set>
#include <string>

#include "model/source.h"

namespace yokoten {

/// The headings of columns that pages show, or that figures are made of. An empty text may be among
/// them, of what a source does not have.
std::set<std::string> shown_headings(const Source& source);

/// The same with those that the source compares with something, or chooses its rows by.
std::set<std::string> read_headings(const Source& source);

}  // namespace yokoten
