#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <functional>
#include <string>

#include "command/commands.h"

namespace yokoten {

/// For AtSignal: says on standard error what stands now.
inline std::function<void()> interrupted(const Surroundings& surroundings, std::string subject,
                                         Message message) {
  return [language = surroundings.language, subject = std::move(subject),
          message = std::move(message)] {
    fmt::print(stderr, "{}: {}\n", subject, message.in(language));
  };
}

}  // namespace yokoten
