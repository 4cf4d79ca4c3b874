#pragma once

#include <functional>
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
  /// Of a publication: what its pages say of PDFs that a build would have to print first (pages,
  /// size) becomes what those of the site say. Empty of a site.
  std::function<void(Snapshot& own, const Snapshot& site)> take_prints{};
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

/// Gives a side the codes and names of areas.
void name_areas(const Areas& areas, Snapshot& side);

}  // namespace yokoten
