#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/disk.h"
#include "publish/live_tree.h"
#include "publish/manifest.h"
#include "publish/spare_tree.h"

namespace yokoten {

class EarlyLook;

/// Without the slashes at its end: `site/` is `site`, `/` stays.
std::string without_slash(std::string path);

/// `site/national` → `site/.national.next`: the same folder, so that a rename can do.
std::string beside(const std::string& live, const std::string& ending);

/// The lock that whoever writes to `live` holds.
std::unique_ptr<DiskLock> lock_of(Disk& disk, const std::string& live);

/// Whether what stands at `live` may be replaced by a site: nothing, or made by this program.
bool may_be_replaced(Disk& disk, const std::string& live);

/// What a site has that the one before it had not, has with other contents, and has no more.
struct TreeChanges {
  std::size_t added = 0, changed = 0, removed = 0;
};

/// A site being written beside the live one, into the one before it. Several threads may write at
/// once. Until finish() the live tree is not touched; without it, the new one is thrown away.
class NextTree {
 public:
  /// `live`: where the site stands or is to stand (site/national); `early`: a look at it that was
  /// begun before.
  NextTree(Disk& disk, std::string live, EarlyLook* early = nullptr);
  ~NextTree();
  NextTree(const NextTree&) = delete;
  NextTree& operator=(const NextTree&) = delete;

  /// False while another build writes to the same place; nothing else may be called then.
  bool is_ours() const { return lock_ != nullptr; }
  /// Whether the tree at `live` may be replaced: absent, empty, or made by this program.
  bool may_replace() const;
  /// Says about how many files will come.
  void expect(std::size_t files) { entries_.reserve(files); }
  /// False when the file could not be written; reason() says why.
  bool write(const std::string& path, std::string_view bytes);
  /// The same for a file that is too large to be held.
  bool write(const std::string& path, const Pieces& pieces);
  /// The same under several names, which takes the room of one where the disk can. What the
  /// manifest says of the first, nothing when it failed.
  std::optional<ManifestEntry> write_alike(const std::vector<std::string>& paths,
                                           const Pieces& pieces);
  /// Takes the files over from the live tree: all of them, or none where it lacks one, or somebody
  /// has touched it.
  bool keep(const std::vector<std::string>& paths);
  /// The bytes of a file that was taken over or written, from there on.
  bool hand_over(const std::string& path, std::uint64_t from, const TakePiece& take) const;
  /// The site that stands, until finish().
  LiveTree& live() { return *live_; }
  /// The bytes of the file in the live tree; empty where it has none, or not as a build left it.
  std::optional<std::string> standing(const std::string& path);
  /// Writes the manifest and brings all to the medium: nothing but the exchange is left.
  bool seal();
  /// Exchanges the trees in one step, sealed before; from here on no signal ends the program
  /// (disturbable_again), so that what is to be written after the exchange is.
  bool finish();
  /// Against the live tree as it was before finish(); call after seal().
  const TreeChanges& changes() const { return changes_; }
  /// The SHA-256 of the manifest; empty before seal().
  const std::string& manifest_hash() const { return manifest_hash_; }
  /// How long seal() waited for the medium.
  double disk_seconds() const { return disk_seconds_; }
  std::string reason() const;
  std::size_t files() const { return entries_.size(); }
  /// How many of them had to be written; the others stood in the live site or the one before it.
  std::size_t written() const { return written_; }
  std::uint64_t bytes() const;

 private:
  std::optional<std::string> standing(const ManifestEntry& entry) const;
  bool lay(const std::string& path, std::string_view bytes);
  bool may_share(const ManifestEntry& entry);
  bool share(const std::string& path);
  bool is_shared(const std::string& path);
  void keep(const ManifestEntry& entry, const std::optional<std::string>& bytes);
  bool link(const std::string& from, const std::string& path);
  bool name_alike(const ManifestEntry& first, const std::string& path);
  bool lay_manifest();
  bool bring_to_medium();
  bool note(ManifestEntry entry, bool stands, bool good);

  Disk& disk_;
  std::unique_ptr<LiveTree> live_;
  std::string next_;
  std::unique_ptr<DiskLock> lock_;
  std::unique_ptr<SpareTree> spare_;
  bool is_sealed_ = false, is_finished_ = false;
  std::mutex guard_;
  std::vector<ManifestEntry> entries_;
  std::unordered_set<std::string> shared_;  ///< those that are files of the live tree
  std::size_t written_ = 0;
  std::string reason_, manifest_hash_;
  TreeChanges changes_;
  double disk_seconds_ = 0;
};

}  // namespace yokoten
