#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "project_folder.h"

// The only file that each clone compiles for itself.
constinit const std::string_view project_folder = YOKOTEN_HOME;
