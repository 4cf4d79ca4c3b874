#pragma once

#include <string_view>

namespace yokoten {

/// What bytes that are no UTF-8 probably are: `UTF-16`, `CP932`, or empty when neither fits.
std::string_view likely_encoding(std::string_view bytes);

}  // namespace yokoten
