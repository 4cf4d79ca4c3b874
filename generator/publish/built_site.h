#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "model/finding.h"
#include "publish/approval.h"
#include "publish/manifest.h"
#include "publish/release.h"

namespace yokoten {

/// A path as it is meant: that of a folder behind `.` or behind a link, without slashes at its end.
std::string real_folder(const std::string& path);

/// A site that build left and that may go out: whole by its manifest, with all that it has to have.
class BuiltSite {
 public:
  /// Empty, with findings (publish.*, approval.hash), where it may not.
  static std::optional<BuiltSite> opened(Disk& disk, const std::string& path,
                                         const std::optional<Approval>& approval,
                                         Findings& findings);

  const std::string& folder() const { return folder_; }
  const std::string& manifest() const { return manifest_; }
  /// SHA-256 of the manifest, by which a release is known.
  const std::string& hash() const { return record_.site; }
  const BuildRecord& record() const { return record_; }
  /// All files but manifest.json, by path.
  const std::vector<ManifestEntry>& files() const { return files_; }
  /// What build wrote; empty where it was changed or removed since.
  std::optional<std::string> bytes(const ManifestEntry& entry) const;

 private:
  BuiltSite(Disk& disk, std::string folder) : disk_(&disk), folder_(std::move(folder)) {}

  bool is_released(Findings& findings);

  Disk* disk_;
  std::string folder_, manifest_;
  std::vector<ManifestEntry> files_;
  BuildRecord record_;
};

}  // namespace yokoten
