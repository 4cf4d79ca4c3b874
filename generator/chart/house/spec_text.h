#pragma once

#include <string>

#include "chart/json.h"

namespace yokoten::chart {

/// The specification as the text of a file, for people too: what holds plain values only stands in
/// one line, a datum a line. `compact`: all of it in one line.
std::string spec_text(const Json& spec, bool compact = false);

}  // namespace yokoten::chart
