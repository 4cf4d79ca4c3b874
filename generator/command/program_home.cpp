#include "command/program_home.h"

#include <cstdlib>
#include <filesystem>

namespace yokoten {
namespace {

bool is_home(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::is_directory(folder / "templates", error);
}

/// What lies beside the program: `/usr/share/yokoten` of `/usr/bin/yokoten`, or the tree that a
/// program in `build/` was compiled from. The program does not know where it was compiled, so that
/// the same sources give the same bytes in any folder.
std::string home_beside_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const auto above = program.parent_path().parent_path();
  const auto installed = above / "share/yokoten";
  return is_home(installed) || !is_home(above) ? installed.string() : above.string();
}

}  // namespace

std::string program_home() {
  const char* named = std::getenv("YOKOTEN_HOME");
  return named != nullptr && *named != '\0' ? named : home_beside_program();
}

}  // namespace yokoten
