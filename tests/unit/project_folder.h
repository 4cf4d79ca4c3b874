#pragma once

#include <string_view>

/// Where templates/ and data/ of the project stand; there before any other variable is.
extern const std::string_view project_folder;
