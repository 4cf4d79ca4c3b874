#pragma once

#include <string_view>
#include <variant>

#include "base/place.h"
#include "model/area.h"

namespace yokoten {

/// The area that a word of the command line means: 全国, 鳥取県, 鳥取, 31, 310000 … of codes with
/// five or six digits, 鳥取県米子市, 米子市 where only one has that name; known variants too. Else
/// why not, with those that may have been meant.
std::variant<int, Message> asked_area(const Areas& areas, std::string_view word);

/// 鳥取県米子市, 鳥取県, 全国.
std::string full_name(const Areas& areas, int area);

}  // namespace yokoten
