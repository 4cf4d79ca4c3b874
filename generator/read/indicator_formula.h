#pragma once

#include <string>
#include <vector>

#include "model/indicator.h"
#include "model/toml_reader.h"
#include "read/indicator_file.h"

namespace yokoten {

/// Reads `count`, `ratio` or `share_of_areas` into the indicator, whose `sources` are read already.
/// More than one is an error, none too unless the indicator has a row of the KPI framework.
void read_formula(TomlReader& file, Indicator& indicator, const KnownNames& known);

/// Keys of the breakdowns that the sources of the indicator have.
std::vector<std::string> breakdown_keys(const Indicator& indicator, const KnownNames& known);

/// Reports `word` when it is none of `known`.
void check_known(TomlReader& reader, const Place& place, const std::string& code,
                 const std::string& word, const std::vector<std::string>& known);

}  // namespace yokoten
