#pragma once

#include <string>

namespace yokoten {

/// The folder with what the program needs to run: templates/, data/areas/, data/new/,
/// build/browser/, hosting/. The one that the environment names (YOKOTEN_HOME), else
/// `../share/yokoten` beside the program's folder, or that above it where it lies in `build/` of
/// the sources. Where nothing is found, the place where it would be installed: errors name it.
std::string program_home();

}  // namespace yokoten
