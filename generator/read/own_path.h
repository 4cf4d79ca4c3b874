#pragma once

#include <string_view>

namespace yokoten {

/// Whether `path` is `FOLDER/NAME` (`folder` ends with a slash) of letters that may stand in an
/// address and in a file name everywhere: a-z 0-9 - _ . and folders below.
bool is_own_path(std::string_view path, std::string_view folder);

}  // namespace yokoten
