#pragma once

#include <map>
#include <string>
#include <vector>

namespace yokoten {

/// `name` as Windows can hold it as one part of a path: without `<>:"|?*`, not CON, PRN, COM1 …, no
/// point or blank at its end, at most 80 letters.
std::string windows_name(const std::string& name);

/// Paths that Windows takes for different files, by those given: parts by windows_name(), and with
/// a number where only the case of letters told them apart.
std::map<std::string, std::string> windows_paths(const std::vector<std::string>& paths);

}  // namespace yokoten
