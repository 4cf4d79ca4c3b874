#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/place.h"

namespace yokoten {

/// Row and column (characters, from 1) of a byte of a text; the file is left empty.
Place text_place(std::string_view text, std::size_t byte);

/// The byte of a key of valid JSON that its object has already had: of the two values most readers
/// keep one in silence. Keys are the same when they are written alike.
std::optional<std::size_t> repeated_key(std::string_view json);

/// Where the member of valid JSON that a JSON pointer (`/layer/1/mark`) names is written: its key
/// in an object, its value in an array. For a member that is not there, that of the last one on the
/// way to it that is.
Place json_place(std::string_view json, const std::string& pointer);

}  // namespace yokoten
