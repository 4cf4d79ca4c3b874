#include "chart/plan/text.h"

#include <algorithm>

#include "chart/plan/plan.h"
#include "chart/plan/value.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {

namespace {

constexpr std::string_view kDayFormat = "%b %d, %Y";  // Vega-Lite's config.timeFormat

std::string time_shown(const Json* value, std::string_view format) {
  if (value == nullptr || value->is_null()) return "null";
  const auto moment = moment_of(*value);
  if (!moment) return {};
  return time_text(*moment, format.empty() ? kDayFormat : format).value_or(std::string());
}

std::string lines_of(const Json& lines) {
  std::string joined;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) joined += '\n';
    if (!lines[i].is_null()) joined += text_of_value(&lines[i]);
  }
  return joined;
}

std::string plain_text(const Json* value) {
  if (value != nullptr && value->is_array()) return lines_of(*value);
  return text_of_value(value);
}

std::string constant_text(const Json* value) {
  return value == nullptr || value->is_null() ? std::string() : plain_text(value);
}

bool all_hold(const Condition& condition, const Json& row) {
  return std::all_of(condition.all.begin(), condition.all.end(),
                     [&](const Predicate& predicate) { return holds(predicate, row); });
}

}  // namespace

std::string formatted(const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type) {
  const bool time = format_type == "time" || format_type == "utc" ||
                    (format_type.empty() && type == FieldType::temporal);
  if (time) return time_shown(value, format);
  if ((!format.empty() || type == FieldType::quantitative) && value != nullptr && value->is_null())
    return "null";
  if (!format.empty() || type == FieldType::quantitative)
    return number_text(number_of(value), format).value_or(std::string());
  return plain_text(value);
}

std::string text_of(const TextSpec& channel, const Json& row) {
  for (const Condition& condition : channel.conditions)
    if (all_hold(condition, row)) return constant_text(condition.value);
  switch (channel.from) {
    case From::field:
      return formatted(find_value(row, channel.field), channel.type, channel.format,
                       channel.format_type);
    case From::datum:
      return formatted(channel.datum, channel.type, channel.format, channel.format_type);
    case From::value:
      return constant_text(channel.value);
    case From::nothing:
      break;
  }
  return {};
}

}  // namespace yokoten::chart
