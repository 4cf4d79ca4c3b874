#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/indicator.h"
#include "model/source.h"

namespace yokoten {

/// An indicator as its file says it, with the place of its `framework` key.
struct IndicatorText {
  Indicator indicator;
  Place framework_place;
};

/// What the files of a publication may name.
struct KnownNames {
  const std::vector<Source>& sources;
  const std::vector<std::string>& indicators;  ///< ids
};

/// Reads indicators/ID.toml (indicators.md). Names that no source and no file has are reported with
/// the nearest one that is there.
IndicatorText read_indicator(std::string_view bytes, const std::string& file, const std::string& id,
                             const KnownNames& known, Findings& findings);

}  // namespace yokoten
