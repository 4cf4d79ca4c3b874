#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "base/place.h"

namespace yokoten {

/// What is wrong with what was typed, and where to read more; with a line end.
std::string usage_error(const CLI::App& app, const CLI::Error& error, Language language);

}  // namespace yokoten
