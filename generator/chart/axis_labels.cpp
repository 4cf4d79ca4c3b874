#include "chart/axis_labels.h"

#include <algorithm>

#include "chart/dates.h"
#include "chart/number_text.h"
#include "chart/ticks.h"

namespace yokoten {
namespace {

constexpr double kUsualTicks = 5;

std::vector<AxisLabel> of_categories(const AxisSpec& axis, const Scale& scale) {
  std::vector<AxisLabel> labels;
  labels.reserve(scale.categories.size());
  for (const std::string& name : scale.categories) {
    const auto place = static_cast<double>(labels.size());
    const bool bold =
        std::find(axis.bold_labels.begin(), axis.bold_labels.end(), name) != axis.bold_labels.end();
    labels.push_back({scale.band_start(place) + scale.bandwidth() / 2, name, bold});
  }
  return labels;
}

std::vector<AxisLabel> of_numbers(const AxisSpec& axis, const Scale& scale) {
  std::vector<double> values;
  for (const Json* value : axis.values)
    if (value->is_number()) values.push_back(value->get<double>());
  if (values.empty())
    values = ticks({scale.low, scale.high}, axis.tick_count > 0 ? axis.tick_count : kUsualTicks);
  std::vector<AxisLabel> labels;
  const int decimals = tick_decimals(values);
  for (const double value : values)
    labels.push_back({scale.share(value), grouped_number(value, decimals) + axis.unit, false});
  return labels;
}

std::vector<AxisLabel> of_days(const AxisSpec& axis, const Scale& scale) {
  std::vector<AxisLabel> labels;
  for (const Json* value : axis.values) {
    const auto days =
        value->is_string() ? days_of(value->get_ref<const std::string&>()) : std::nullopt;
    if (!days) continue;
    const auto text = date_text(day_of(*days), axis.format.empty() ? "%Y-%m-%d" : axis.format);
    labels.push_back({scale.share(*days), text.value_or("") + axis.unit, false});
  }
  return labels;
}

}  // namespace

std::vector<AxisLabel> axis_labels(const AxisSpec& axis, const Scale& scale) {
  if (axis.hidden || !axis.labels) return {};
  switch (scale.kind) {
    case ScaleKind::band:
    case ScaleKind::point:
      return of_categories(axis, scale);
    case ScaleKind::linear:
      return of_numbers(axis, scale);
    case ScaleKind::time:
      return of_days(axis, scale);
    case ScaleKind::none:
      break;
  }
  return {};
}

}  // namespace yokoten
