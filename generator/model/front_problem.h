#pragma once

#include <string>

#include "base/place.h"

namespace yokoten {

/// Why front matter is no YAML, in words of those who wrote it; `why` are the parser's.
Message front_problem(const std::string& why);

}  // namespace yokoten
