#pragma once

#include <string>
#include <vector>

#include "model/outcome.h"
#include "page/context.h"

namespace yokoten {

/// An outcome of a table with the name of its row.
struct NamedOutcome {
  std::string name;
  const OutcomeSummary* seen = nullptr;
  bool own = false;  ///< the whole of the others
};

/// The means before and after, a row an outcome; empty where fewer than two can be shown,
/// or a name is too long for a phone. `part`
/// is what the rows are (`service`); all are of one indicator.
std::string outcome_chart(Context& context, const std::vector<NamedOutcome>& outcomes,
                          const std::string& part, const std::string& caption);

}  // namespace yokoten
