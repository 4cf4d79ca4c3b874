#pragma once

#include <string>

#include "base/disk.h"
#include "model/finding.h"
#include "publish/tree.h"

namespace yokoten {

/// Whether a site may stand at `into`, as far as can be seen before somebody holds it: not in place
/// of a file, a link or a folder of others, nor inside another site, which would lose it with its
/// next build. Otherwise a finding, as below.
bool may_stand(const std::string& into, Disk& disk, Findings& findings);

/// Whether a site may stand at `into`, as far as can be seen before somebody holds it: not in place
/// of a file, a link or a folder of others, nor inside another site, whose next build would remove
/// it. Otherwise a finding, as below.
bool may_stand(const std::string& into, Disk& disk, Findings& findings);

/// Whether `tree`, which is held for `into`, may take the place of what stands there: nothing, or a
/// site that a build has made. Otherwise publish.locked, publish.published (a publish has made it),
/// publish.foreign or publish.write.
bool may_take_place(const NextTree& tree, const std::string& into, Disk& disk, Findings& findings);

}  // namespace yokoten
