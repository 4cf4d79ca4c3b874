#pragma once

#include <optional>
#include <string>

#include "build_request.h"
#include "compiled_site.h"
#include "publish/early_look.h"

namespace yokoten {

/// Renders, prints and writes everything into the folder that the request names, in one step.
/// `early`: a look at what stands there.
/// Empty with findings (publish.*, collection.pdf) where that failed: what stood there stays.
std::optional<BuildReport> written_site(const CompiledSite& compiled, const BuildRequest& request,
                                        Disk& disk, EarlyLook& early, Findings& findings);

/// `areas/31/` of `areas/31/index.html`.
std::string address_of(const std::string& path);

}  // namespace yokoten
