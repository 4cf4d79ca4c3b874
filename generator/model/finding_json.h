#pragma once

#include <nlohmann/json.hpp>

#include "model/finding.h"

namespace yokoten {

/// A finding with its sentence in both languages, for files that this program reads again.
nlohmann::ordered_json finding_json(const Finding& finding);

/// The finding that finding_json() has made. Throws nlohmann::json::exception for anything else; a
/// level of which it knows no word is a note.
Finding read_finding(const nlohmann::ordered_json& from);

}  // namespace yokoten
