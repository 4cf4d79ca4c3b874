#pragma once

#include <string>
#include <vector>

#include "difference/snapshot.h"

namespace yokoten {

/// Something of an indicator itself that is another one: what its figures are held against, or how
/// they are made and shown.
struct DefinitionChange {
  enum class What { indicator, title, unit, decimals, better, target, calculation };
  std::string id, title;  ///< of the indicator
  What what = What::indicator;
  int year = 0;               ///< of a target
  std::string before, after;  ///< empty where one side has none; of `calculation` hashes
};

/// By indicator; none where a side does not know how its figures were made.
std::vector<DefinitionChange> definition_changes(const Snapshot& before, const Snapshot& after);

}  // namespace yokoten
