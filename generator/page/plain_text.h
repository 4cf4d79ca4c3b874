#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// The words of a line of our own HTML: tags left out, the five escapes undone. For templates that
/// escape a text themselves, and for attributes.
std::string plain_text(std::string_view html);

}  // namespace yokoten
