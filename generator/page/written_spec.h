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

/// The rows of the specification's own data in the fields that it draws, headed by the titles that
/// it gives them: the table beside the picture.
void put_spec_rows(const SpecJson& spec, const std::string& no_value, ChartFrame& frame);

}  // namespace yokoten
