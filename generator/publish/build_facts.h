#pragma once

#include <nlohmann/json.hpp>

#include "model/build_facts.h"

namespace yokoten {

/// What a figure of the site stands on, for the release file.
nlohmann::ordered_json facts_json(const BuildFacts& facts);

/// The same read again; throws nlohmann's exceptions where it is none.
BuildFacts read_facts(const nlohmann::ordered_json& from);

}  // namespace yokoten
