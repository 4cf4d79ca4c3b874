#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/before_after.h"
#include "model/period.h"

namespace yokoten {

/// An office that took part in a model project.
struct ProjectOffice {
  std::string service, role;
  std::string name;  ///< empty where it is not told
  std::int64_t terminals = 0;
  std::int64_t terminal_yen = 0;  ///< of each terminal
  Place place, service_place, terminal_place;
};

/// Whether the project receives visitors: how, or why not.
struct ProjectVisit {
  std::string how, none;
};

/// Something to read or to fill in: a file of the publication, or an address elsewhere.
struct ProjectDocument {
  std::string title;
  std::string path;         ///< `documents/NAME`, below the publication and below the site
  std::string url;          ///< elsewhere
  std::uint64_t bytes = 0;  ///< of the file
  Place place;
};

/// A model project as its page describes it (`project:` in the front matter).
struct ModelProject {
  std::string slug, programme;
  std::string area;  ///< code
  Period from, to;
  std::optional<std::int64_t> yen;  ///< what was charged to the programme
  std::vector<ProjectOffice> offices;
  std::vector<BeforeAfter> results;
  std::optional<ProjectVisit> visit;
  std::string contact;
  std::vector<ProjectDocument> documents;
  std::string file;  ///< of the page
  Place place, programme_place, area_place, yen_place, offices_place, period_place, visit_place;

  /// What all terminals cost.
  std::int64_t terminals_yen() const;
};

}  // namespace yokoten
