#pragma once

#include <string>

#include "base/place.h"

namespace yokoten::chart {

/// Why a specification is refused, and where in it (a JSON pointer such as `/layer/1/mark/type`).
struct SpecProblem {
  std::string pointer;
  Message message;
};

}  // namespace yokoten::chart
