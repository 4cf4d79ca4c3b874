#include "base/editors_own.h"

namespace yokoten {

bool is_editors_own(std::string_view name) {
  return (name.starts_with('.') && !name.starts_with("..")) || name.ends_with('~') ||
         name == "4913" || (name.starts_with('#') && name.ends_with('#')) || name.starts_with("~$");
}

bool lies_in_editors_own(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (is_editors_own(path.substr(0, slash))) return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace yokoten
