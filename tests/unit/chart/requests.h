#pragma once

#include <string>
#include <vector>

#include "chart/house/draw.h"
#include "model/chart.h"

namespace yokoten {

/// Requests as the pages make them, and questions about the pictures.

inline ChartDatum datum(std::string name, std::optional<double> value, std::string label,
                        Emphasis emphasis = Emphasis::plain) {
  ChartDatum made;
  made.description = name + " " + label;
  made.name = std::move(name);
  made.value = value;
  made.label = std::move(label);
  made.emphasis = emphasis;
  return made;
}

inline ChartRequest request(ChartKind kind, std::vector<ChartDatum> data) {
  ChartRequest made;
  made.kind = kind;
  made.id = "sample";
  made.title = "利用申請率";
  made.unit = "%";
  made.description = "米子市24.1%、全国6.0%";
  made.data = std::move(data);
  return made;
}

inline bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

inline int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

/// The element that begins at the first `part`, up to its `>`.
inline std::string element(const std::string& svg, const std::string& part) {
  const std::size_t at = svg.find(part);
  return at == std::string::npos ? "" : svg.substr(at, svg.find('>', at) + 1 - at);
}

}  // namespace yokoten
