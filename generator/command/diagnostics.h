#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "base/place.h"

namespace yokoten {

/// Writes to standard error. That nobody can read it there is no reason to fail: the work that is
/// told of is done all the same.
void tell_text(std::string_view text);

/// What the system says of a failure, in the language where that is known.
std::string reason_in(Language language, std::string reason);

template <typename... Values>
void tell(fmt::format_string<Values...> words, Values&&... values) {
  tell_text(fmt::format(words, std::forward<Values>(values)...));
}

}  // namespace yokoten
