#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"
#include "publish/tree.h"

namespace yokoten {

/// Whether `tree`, which is held for `into`, may take the place of what stands there: nothing, or a
/// site that a build has made. Otherwise publish.locked, publish.published (a publish has made it),
/// publish.foreign or publish.write.
bool may_take_place(const NextTree& tree, const std::string& into, Disk& disk, Findings& findings);

}  // namespace yokoten
