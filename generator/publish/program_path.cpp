#include "publish/program_path.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace yokoten {
namespace {

bool is_program(const std::string& path) { return access(path.c_str(), X_OK) == 0; }

}  // namespace

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string program_path(const char* variable, const std::vector<std::string>& names) {
  if (const std::string own = environment_variable(variable); !own.empty())
    return is_program(own) ? own : std::string();
  const std::string path = environment_variable("PATH");
  for (const std::string& name : names)
    for (std::size_t at = 0; at < path.size();) {
      const std::size_t end = std::min(path.find(':', at), path.size());
      std::string program = path.substr(at, end - at) + '/' + name;
      if (end > at && is_program(program)) return program;
      at = end + 1;
    }
  return {};
}

}  // namespace yokoten
