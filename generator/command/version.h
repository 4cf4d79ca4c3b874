#pragma once

#include <string>

namespace yokoten {

/// The version that stands in `git describe`, in a source archive's file `version`, or in
/// CMakeLists.txt where there is neither: 0.2.0, or 0.2.0-dev.12+g1a2b3c4 on the way there.
std::string version();

}  // namespace yokoten
