#pragma once

#include <string>
#include <string_view>

#include "chart/json.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

/// A value as Vega-Lite writes it in texts, tooltips and headers: by the format, else by the type
/// of its field. Null pointers are values that a row lacks.
std::string formatted(const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type);

/// The same behind `out`.
void append_formatted(std::string& out, const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type);

}  // namespace yokoten::chart
