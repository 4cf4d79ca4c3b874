#pragma once

#include <variant>

#include "chart/scale.h"
#include "chart/spec.h"

namespace yokoten {

/// The values of one layer, one a row: numbers, days or places of categories; NaN is missing.
struct Columns {
  std::vector<double> x, y, x2, y2;
};

/// A specification with its data taken in: what the writers of SVG work on.
struct Plot {
  const ChartSpec* spec = nullptr;
  Scale x, y;
  std::vector<Columns> columns;  ///< one a layer
};

/// Takes the data in and finds the scales. A value that does not fit the type of its field, and a
/// category outside a written domain, is refused.
std::variant<Plot, SpecProblem> make_plot(const ChartSpec& spec);

/// The axis to draw: the first one written, hidden when every layer hides it.
const AxisSpec& axis_of(const ChartSpec& spec, bool horizontal);

/// The value of `field` in a row, null where it is missing.
const Json& value_of(const Json& row, std::string_view field);

/// The same as text, empty for anything else.
std::string_view text_of(const Json& row, std::string_view field);

}  // namespace yokoten
