#pragma once

#include "chart/spec/reading.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// Reads `test`: an object ({"field": "v", "gte": 3}, {"and": […]}, {"not": …}) or a small
/// expression. Adds what must hold, all of it, to `all`.
void take_test(Reading& reading, const Json& json, std::vector<Predicate>& all);

/// Reads an expression of comparisons joined by &&: `datum.v > 60 && datum['name'] == '全国'`,
/// `isValid(datum.v)`, `!isValid(datum.v)`. nullopt where it is none.
std::optional<std::vector<Predicate>> parse_expression(std::string_view text);

}  // namespace yokoten::chart
