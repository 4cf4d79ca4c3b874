#pragma once

#include <optional>
#include <string_view>

#include "model/indicator.h"

namespace yokoten {

/// Reads the words of a target: `5000` number, `90以上` at_least, `5以下` at_most, `減少又は維持`
/// direction, `全産業平均以下` relation, `調査し設定` to_be_set, `—` or nothing not_set. Year and
/// place are left to the caller. Empty when the words are none of these.
std::optional<Target> parse_target(std::string_view text);

}  // namespace yokoten
