#include "command/program_home.h"

#include <cstdlib>
#include <filesystem>

namespace yokoten {
namespace {

/// `/usr/share/yokoten` of `/usr/bin/yokoten`; empty where that is no folder of ours.
std::string installed_home() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const auto share = program.parent_path().parent_path() / "share/yokoten";
  return std::filesystem::is_directory(share / "templates", error) ? share.string() : std::string();
}

}  // namespace

std::string program_home() {
  const char* named = std::getenv("YOKOTEN_HOME");
  if (named != nullptr && *named != '\0') return named;
  const std::string installed = installed_home();
  return installed.empty() ? YOKOTEN_HOME : installed;
}

}  // namespace yokoten
