#pragma once

#include <string>
#include <vector>

namespace yokoten {

/// What the variable holds; empty where it isn't set.
std::string environment_variable(const char* name);

/// Where a program of this machine is: what the variable of the environment names, or the first of
/// the names that PATH leads to. Empty where there is none, or the variable names none.
std::string program_path(const char* variable, const std::vector<std::string>& names);

}  // namespace yokoten
