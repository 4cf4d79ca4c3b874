#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/disk.h"
#include "publish/manifest.h"

namespace yokoten {

/// The site that stands, of which the next one may take files over. Several threads may ask at
/// once.
class LiveTree {
 public:
  LiveTree(Disk& disk, std::string folder) : disk_(disk), folder_(std::move(folder)) {}

  const std::string& folder() const { return folder_; }
  /// The SHA-256 of its manifest; empty where it has none that can be read.
  const std::string& manifest_hash();
  /// What the manifest says, by path.
  const std::vector<ManifestEntry>& said();
  /// What the manifest says of the path; nullptr for nothing.
  const ManifestEntry* said_of(const std::string& path);
  /// Whether nobody has touched the file since the manifest was written, which was last: `file` is
  /// what stands at the path now, and `said` is said of it.
  bool is_untouched(const DiskEntry& file, const ManifestEntry& said);
  /// Whether the file has the rights that a file is given beside the site now: whoever makes a site
  /// that its web server can't read, and then says otherwise, is to have another.
  bool has_rights_of_now(const DiskEntry& file);
  /// Whether the file stands there with these contents, untouched and under no other name.
  bool has_alone(const ManifestEntry& entry);

 private:
  void look_once();
  void look();

  Disk& disk_;
  std::string folder_;
  std::once_flag looked_;
  std::string manifest_hash_;
  std::vector<ManifestEntry> said_;
  std::unordered_map<std::string_view, const ManifestEntry*> by_path_;
  std::int64_t finished_ = 0;  ///< when the manifest was written
  std::once_flag asked_;
  std::optional<std::uint32_t> rights_;  ///< of a file that is made now
};

}  // namespace yokoten
