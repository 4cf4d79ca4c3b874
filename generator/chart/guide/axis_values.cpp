#include "chart/guide/axis_values.h"

#include <cmath>

#include "chart/plan/value.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {
namespace {

/// How JavaScript writes a Date where times are UTC.
constexpr std::string_view kDateText = "%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)";

}  // namespace

double axis_value(const Json& json, const Scale& scale) {
  if (scale.discrete()) {
    const int index = scale.index_of(json);
    return index < 0 ? kMissing : index;
  }
  if (json.is_null()) return kMissing;
  const bool time = scale.type == ScaleType::time || json.is_object();
  return time ? moment_of(json).value_or(kMissing) : number_of(&json);
}

double span_of_categories(const Scale& scale) {
  if (scale.categories.empty()) return kMissing;
  const double first = number_of(&scale.categories.front().value);
  const double last = number_of(&scale.categories.back().value);
  return std::abs(last - first);
}

std::string value_text(double value, const Scale& scale) {
  if (scale.discrete()) return scale.categories[static_cast<std::size_t>(value)].text;
  if (scale.type != ScaleType::time) return plain_number(value);
  return time_text(value, kDateText).value_or("");
}

}  // namespace yokoten::chart
