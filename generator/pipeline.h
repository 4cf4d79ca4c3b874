#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/disk.h"
#include "base/progress.h"
#include "base/room_times.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What a publication says in another language; its figures are the same.
struct TranslatedEdition {
  Publication publication;
  Areas areas;
};

/// A publication with everything that was read and measured for it.
struct Examined {
  Publication publication;
  Areas areas;
  Measured measured;
  std::optional<TranslatedEdition> translated{};  ///< where `language` names another one
};

/// Whoever looks on while a site is made.
struct Onlooker {
  Progress* progress = &silent_progress();
  RoomTimes* times = nullptr;  ///< nullptr: nobody asks
};

/// Reads, measures and checks a publication: `yokoten check`. `home` holds templates/ and
/// data/areas/. Empty when it could not even be measured; findings tell why.
std::optional<Examined> examined(Disk& disk, const std::string& home, const std::string& folder,
                                 Findings& findings, const Onlooker& onlooker = {});

/// What one build did.
struct BuildReport {
  std::size_t pages = 0, files = 0;
  std::uint64_t bytes = 0;
  std::size_t written = 0;  ///< files; the others stood in the site before the last one
  /// Files, against the site that stood.
  std::size_t added = 0, changed = 0, removed = 0;
};

struct BuildRequest {
  std::string home, folder, into;
  Onlooker onlooker{};
};

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
