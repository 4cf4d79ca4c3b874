#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "build_request.h"
#include "examined.h"
#include "model/finding.h"

namespace yokoten {

/// Reads, measures and checks a publication: `yokoten check`. `home` holds templates/ and
/// data/areas/. Empty when it could not even be measured; findings tell why.
std::optional<Examined> examined(Disk& disk, const std::string& home, const std::string& folder,
                                 Findings& findings, const Onlooker& onlooker = {});

/// Builds the site of a publication into `into`, or leaves what stands there. Empty when findings
/// block or the disk refuses; both are in `findings`.
std::optional<BuildReport> build_site(Disk& disk, const BuildRequest& request, Findings& findings);

/// Addresses of the pages that show the figure, that of its area first; empty when the pages can't
/// be made.
std::vector<std::string> pages_showing(Disk& disk, const std::string& home, const Examined& seen,
                                       const Observation& observation, Findings& findings);

/// Compiles all pages without writing anything, for their findings; what the programmes bind to
/// publish, which points into `seen`.
std::vector<Duty> check_pages(Disk& disk, const std::string& home, const Examined& seen,
                              Findings& findings);

}  // namespace yokoten
