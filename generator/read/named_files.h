#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"

namespace yokoten {

/// A file below one of the publication's folders, whose name ends as it must.
struct NamedFile {
  std::string path;  ///< as the disk knows it
  std::string stem;  ///< below the folder, without the ending
};

/// The files of `folder` whose names end with `ending`, those of its folders too where it is
/// `deep`. Others are a warning (publication.file), but for what editors and desktops leave there,
/// and what report_misnamed() tells of.
std::vector<NamedFile> named_files(Disk& disk, const std::string& folder, std::string_view ending,
                                   bool deep, Findings& findings);

}  // namespace yokoten
