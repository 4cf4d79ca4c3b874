#pragma once

#include <string>

namespace yokoten {

/// The folder with what the program needs to run: templates/, data/areas/, data/new/,
/// build/browser/, hosting/. The one that the environment names (YOKOTEN_HOME), else
/// `../share/yokoten` beside the program's folder, else the tree that it was compiled from.
std::string program_home();

}  // namespace yokoten
