#include "chart/plan/text.h"

#include <algorithm>

#include "chart/plan/plan.h"
#include "chart/plan/value.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {

namespace {

std::string time_shown(const Json* value, std::string_view format, std::string_view day) {
  if (value == nullptr || value->is_null()) return "null";
  const auto moment = moment_of(*value);
  if (!moment) return {};
  return time_text(*moment, format.empty() ? day : format).value_or(std::string());
}

void append_lines(std::string& out, const Json& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += '\n';
    if (!lines[i].is_null()) append_text_of_value(out, &lines[i]);
  }
}

void append_plain(std::string& out, const Json* value) {
  if (value != nullptr && value->is_array()) return append_lines(out, *value);
  append_text_of_value(out, value);
}

std::string constant_text(const Json* value) {
  std::string text;
  if (value != nullptr && !value->is_null()) append_plain(text, value);
  return text;
}

bool all_hold(const Condition& condition, const Json& row) {
  return std::all_of(condition.all.begin(), condition.all.end(),
                     [&](const Predicate& predicate) { return holds(predicate, row); });
}

}  // namespace

void append_formatted(std::string& out, const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type, std::string_view day) {
  const bool time = format_type == "time" || format_type == "utc" ||
                    (format_type.empty() && type == FieldType::temporal);
  const bool number = !format.empty() || type == FieldType::quantitative;
  if (time) {
    out += time_shown(value, format, day);
  } else if (!number) {
    append_plain(out, value);
  } else if (value != nullptr && value->is_null()) {
    out += "null";
  } else {
    append_number(out, number_of(value), format);
  }
}

std::string formatted(const Json* value, FieldType type, std::string_view format,
                      std::string_view format_type, std::string_view day) {
  std::string text;
  append_formatted(text, value, type, format, format_type, day);
  return text;
}

std::string text_of(const TextSpec& channel, const Json& row, std::string_view day) {
  for (const Condition& condition : channel.conditions)
    if (all_hold(condition, row)) return constant_text(condition.value);
  switch (channel.from) {
    case From::field:
      return formatted(find_value(row, channel.field), channel.type, channel.format,
                       channel.format_type, day);
    case From::datum:
      return formatted(channel.datum, channel.type, channel.format, channel.format_type, day);
    case From::value:
      return constant_text(channel.value);
    case From::nothing:
      break;
  }
  return {};
}

}  // namespace yokoten::chart
