#include "command/version.h"

#include <version_of_tree.h>  // made by packaging/version.cmake

namespace yokoten {

std::string version() { return YOKOTEN_VERSION; }

}  // namespace yokoten
