#include "command/diagnostics.h"

#include <cstdio>

namespace yokoten {

void tell_text(std::string_view text) {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stderr);
  static_cast<void>(written);
}

}  // namespace yokoten
