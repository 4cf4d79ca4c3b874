#include "read/own_path.h"

namespace yokoten {

bool is_own_path(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder) || path.size() == folder.size() || path.ends_with('/'))
    return false;
  return path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_./") ==
             std::string_view::npos &&
         path.find("..") == std::string_view::npos && path.find("//") == std::string_view::npos &&
         path.find("/.") == std::string_view::npos;
}

}  // namespace yokoten
