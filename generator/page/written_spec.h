#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "model/finding.h"
#include "page/chart_frame.h"

namespace yokoten {

using SpecJson = nlohmann::ordered_json;

/// A Vega-Lite specification as the publication wrote it, and where its text begins.
struct WrittenSpec {
  std::string text;
  Place start;
};

/// The specification as JSON; reports where it ends to be JSON, and links that it would make.
std::optional<SpecJson> parsed_spec(const WrittenSpec& spec, Findings& findings);

/// Where the member that a JSON pointer names is written.
Place spec_place(const WrittenSpec& spec, const std::string& pointer);

/// Puts what was drawn behind the rows of the table beside the picture. A row that has nothing in
/// the first column is named by the column that it tells: a target beside the areas.
void put_drawn_rows(const DrawnTable& table, ChartFrame& frame);

}  // namespace yokoten
