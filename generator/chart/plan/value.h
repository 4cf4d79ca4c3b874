#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "chart/json.h"
#include "chart/spec/spec.h"

// Values of JSON as JavaScript and Vega take them.

namespace yokoten::chart {

/// The value of a field, null pointer where a step of its way is missing (JavaScript's undefined).
const Json* find_value(const Json& row, const Field& field);

/// The same for rows of one shape: `place` remembers where the last row had its first step.
const Json* find_value(const Json& row, const Field& field, std::size_t& place);

/// JavaScript's Number(value): NaN for what is none; null is 0, a blank text 0.
double number_of(const Json* value);

/// JavaScript's String(value) of a scalar; arrays joined by commas; "undefined" for null pointers.
std::string text_of_value(const Json* value);
void append_text_of_value(std::string& out, const Json* value);

/// Less than as JavaScript's `<`: texts by UTF-16 code units, anything else as numbers.
bool less(const Json* left, const Json* right);
bool text_less(std::string_view left, std::string_view right);

/// Vega's order of mixed values, missing ones first: negative, 0 or positive.
int compare_values(const Json* left, const Json* right);

/// JavaScript's `===` of scalars.
bool same_value(const Json* left, const Json* right);

/// Milliseconds of `{"year": 2024, "month": 4}`, of a text or of a number; nullopt for others.
std::optional<double> moment_of(const Json& value);

}  // namespace yokoten::chart
