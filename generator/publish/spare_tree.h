#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/disk.h"
#include "publish/common_files.h"
#include "publish/live_tree.h"
#include "publish/manifest.h"

namespace yokoten {

/// What lies in the folder of a spare tree, before anything there is relied on or removed.
struct SpareLook {
  /// `live`: the folder of the site that stands.
  SpareLook(Disk& disk, const std::string& folder, const std::string& live);
  SpareLook(const SpareLook&) = delete;
  SpareLook& operator=(const SpareLook&) = delete;

  /// What its manifest says, sorted by path; nothing where a build was killed.
  std::optional<std::vector<ManifestEntry>> said;
  std::vector<DiskEntry> found;  ///< sorted by path
  CommonFiles common;
};

/// The site before the live one, left beside it when the two were exchanged, to become the next
/// one: only what differs is written. Making and removing tens of thousands of files is what a disk
/// takes longest for. What anybody has touched since is not relied on.
class SpareTree {
 public:
  /// Takes what can be relied on in `folder` and removes all else there, everything where it is of
  /// a build that was killed: that has no manifest. From here on it has none either. `live`: the
  /// site that stands; `look`: what was found in the folder, if somebody has looked.
  SpareTree(Disk& disk, std::string folder, LiveTree& live,
            std::unique_ptr<SpareLook> look = nullptr);

  /// Why the folder holds what it should not, as something could not be removed; empty where it is
  /// clean. Nothing may be written into it otherwise.
  const std::string& reason() const { return reason_; }
  /// Whether the file stands there with these contents.
  bool holds(const ManifestEntry& entry) const;
  /// Whether something of the path stands there that can be relied on.
  bool has(const std::string& path) const { return by_path_.contains(path); }
  /// Whether the file of the path stands there to be written over, after settle().
  bool gives_room(const std::string& path) const {
    return by_path_.contains(path) && !shared_.contains(path);
  }
  /// Has nobody rely on the files as they stand any more, whatever happens. False when that failed.
  bool settle();
  /// Takes the name of the path from a file that has others too, so that it may be written.
  void part(const std::string& path);
  /// Removes a file that stands where the path has a folder, and a folder that stands where it has
  /// its file. False where there was none.
  bool make_way(const std::string& path);
  /// Removes every file but these, which are sorted by path, and the folders that hold none of
  /// them.
  bool keep_only(const std::vector<ManifestEntry>& entries);

 private:
  void take(SpareLook& look, LiveTree& live);
  void remove(const std::string& path);

  Disk& disk_;
  std::string folder_, reason_;
  std::vector<ManifestEntry> files_;  ///< that can be relied on, by path
  std::unordered_map<std::string_view, const ManifestEntry*> by_path_;
  std::unordered_set<std::string> shared_;  ///< those of files_ whose file has other names too
  std::vector<std::string> found_;          ///< all that lay there at first, sorted
  std::mutex guard_;
  bool is_settled_ = false;
};

}  // namespace yokoten
