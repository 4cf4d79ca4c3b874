#pragma once

#include <functional>
#include <optional>
#include <string>

namespace yokoten {

/// The value of an environment variable; empty when it is not set or empty.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// That of this process.
Environment process_environment();

}  // namespace yokoten
