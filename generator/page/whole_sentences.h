#pragma once

#include <functional>
#include <string>

#include "page/text.h"

namespace yokoten {

/// What becomes of words that no stop ends, where a placeholder in them has nothing to say.
enum class Unended { kept, left_out };

/// The text with its placeholders filled by `fill`; a sentence in which one that `is_needed` has
/// nothing to say is left out as a whole. Elements that begin or end inside of it stay.
std::string whole_sentences(const Text& text,
                            const std::function<std::string(const Placeholder&)>& fill,
                            const std::function<bool(const Placeholder&)>& is_needed,
                            Unended unended);

}  // namespace yokoten
