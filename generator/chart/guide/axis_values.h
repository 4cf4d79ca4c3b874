#pragma once

#include <string>

#include "chart/scale/scale.h"

namespace yokoten::chart {

/// A value written for an axis as its scale has it: a number, milliseconds or the index of a
/// category. kMissing where it is none.
double axis_value(const Json& json, const Scale& scale);

/// From the first to the last category where these are numbers, else kMissing.
double span_of_categories(const Scale& scale);

/// The value itself as JavaScript writes it.
std::string value_text(double value, const Scale& scale);

}  // namespace yokoten::chart
