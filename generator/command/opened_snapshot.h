#pragma once

#include <memory>
#include <optional>
#include <string>

#include "command/commands.h"
#include "difference/snapshot.h"
#include "model/area.h"
#include "model/finding.h"

namespace yokoten {

/// A side with all that its pages are made from.
struct OpenedSnapshot {
  Snapshot side;
  std::shared_ptr<void> kept{};
};

/// The built site or the publication (folder or workbook) at `path`. Empty where it is none, is
/// not whole, or can't be built; findings tell why.
std::optional<OpenedSnapshot> opened_snapshot(const Surroundings& surroundings,
                                              const std::string& path, const Areas& areas,
                                              Findings& findings);

/// A site as it stands in its folder, by its manifest.
std::optional<OpenedSnapshot> site_snapshot(const std::string& path, const Areas& areas,
                                            Findings& findings);

/// Gives a site that has none the record of its build, where that is kept for the site at `site`.
void find_record(const std::string& site, Snapshot& side);

/// Codes and full names of areas.
std::map<std::string, std::string> names_of_areas(const Areas& areas);

}  // namespace yokoten
