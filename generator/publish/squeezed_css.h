#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// The same styles without comments and the blanks that mean nothing. Comments that begin with an
/// exclamation mark (licences) and texts in quotes stay as they are.
std::string squeezed_css(std::string_view css);

}  // namespace yokoten
