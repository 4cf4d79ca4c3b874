#pragma once

#include <span>

#include "base/place.h"

namespace yokoten {

/// The language of the program: `--lang` wherever it stands among what was typed, else the
/// locale's. It is asked before the command line is read, since help and mistakes of typing are
/// told in it.
Language spoken_language(std::span<const char* const> typed);

}  // namespace yokoten
