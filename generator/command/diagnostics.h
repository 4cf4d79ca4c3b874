#pragma once

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace yokoten {

/// Writes to standard error. That nobody can read it there is no reason to fail: the work that is
/// told of is done all the same.
void tell_text(std::string_view text);

template <typename... Values>
void tell(fmt::format_string<Values...> words, Values&&... values) {
  tell_text(fmt::format(words, std::forward<Values>(values)...));
}

}  // namespace yokoten
