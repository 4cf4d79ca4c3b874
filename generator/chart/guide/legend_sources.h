#pragma once

#include <optional>
#include <string>

#include "chart/spec/styles.h"

// Where a property of a legend, title or header comes from: the specification, else its `config`,
// else a default.

namespace yokoten::chart {

inline double first(const Number& written, const Number& config, double otherwise) {
  return written ? *written : config.value_or(otherwise);
}

inline std::string first(const Text& written, const Text& config, const char* otherwise) {
  return written ? *written : config.value_or(otherwise);
}

/// The colour of a text; null stands for none written, as Vega's encoders have it.
inline std::string text_paint(const Paint& written, const Paint& config) {
  const Paint& paint = written ? written : config;
  return paint && *paint != "none" ? *paint : "#000";
}

/// A paint of a shape; "" for none at all.
inline std::string shape_paint(const Paint& written, const Paint& config, const char* otherwise) {
  const Paint& paint = written ? written : config;
  if (!paint) return otherwise;
  return *paint == "none" ? "" : *paint;
}

}  // namespace yokoten::chart
