#pragma once

#include <string>
#include <string_view>

#include "chart/json.h"
#include "chart/spec/spec.h"

namespace yokoten::chart {

inline constexpr std::string_view kDayFormat = "%b %d, %Y";  // Vega-Lite's config.timeFormat

/// How times without a format are written: what `config` says, or Vega-Lite's own.
inline std::string_view day_format(const Spec& spec) {
  const Text& written = spec.config.time_format;
  return written ? std::string_view(*written) : kDayFormat;
}

/// A value as Vega-Lite writes it in texts, tooltips and headers: by the format, else by the type
/// of its field, times without a format by `day`. Null pointers are values that a row lacks.
std::string formatted(const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type, std::string_view day);

/// The same behind `out`.
void append_formatted(std::string& out, const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type, std::string_view day);

}  // namespace yokoten::chart
