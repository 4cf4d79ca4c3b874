#include "publish/tree.h"

#include <chrono>
#include <filesystem>
#include <span>

#include "base/hash.h"
#include "base/interruption.h"
#include "publish/early_look.h"
#include "publish/laid_pieces.h"

namespace yokoten {
namespace {

// Both are sorted by path.
TreeChanges changes_between(const std::vector<ManifestEntry>& old_files,
                            const std::vector<ManifestEntry>& after) {
  TreeChanges changes;
  auto old = old_files.begin();
  for (const ManifestEntry& each : after) {
    for (; old != old_files.end() && old->path < each.path; ++old) ++changes.removed;
    if (old == old_files.end() || old->path != each.path)
      ++changes.added;
    else if (old++->sha256 != each.sha256)
      ++changes.changed;
  }
  changes.removed += static_cast<std::size_t>(old_files.end() - old);
  return changes;
}

}  // namespace

std::string beside(const std::string& live, const std::string& ending) {
  const std::filesystem::path path(live);
  return (path.parent_path() / ("." + path.filename().string() + ending)).generic_string();
}

std::unique_ptr<DiskLock> lock_of(Disk& disk, const std::string& live) {
  return disk.lock(beside(live, ".yokoten-lock"));
}

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

bool may_be_replaced(Disk& disk, const std::string& live) {
  if (disk.read(live)) return false;  // a file
  return !disk.exists(live) || disk.exists(live + "/manifest.json") || disk.files(live).empty();
}

NextTree::NextTree(Disk& disk, std::string live, EarlyLook* early)
    : disk_(disk),
      live_(std::make_unique<LiveTree>(disk, without_slash(std::move(live)))),
      next_(beside(live_->folder(), ".next")),
      lock_(lock_of(disk, live_->folder())) {
  if (!is_ours()) return;
  const bool settled = disk_.settle_exchange(next_, live_->folder());
  if (!settled) reason_ = disk_.reason();
  TreesLook look = early == nullptr ? TreesLook() : early->taken();
  if (look.live) live_ = std::move(look.live);
  spare_ = std::make_unique<SpareTree>(disk_, next_, *live_, std::move(look.spare));
  if (settled) reason_ = spare_->reason();
}

NextTree::~NextTree() {
  if (is_ours() && !is_finished_) disk_.remove_tree(next_);
}

bool NextTree::may_replace() const { return may_be_replaced(disk_, live_->folder()); }

bool NextTree::write(const std::string& path, std::string_view bytes) {
  if (!spare_->reason().empty()) return false;
  ManifestEntry entry = entry_of(path, bytes);
  const bool stands = spare_->holds(entry) || (may_share(entry) && share(path));
  const bool good = stands || lay(path, bytes);
  return note(std::move(entry), stands, good);
}

// A second name is far less work for a disk than another file, and takes no room. Where the spare
// tree has a file of the path, that is written over instead.
bool NextTree::may_share(const ManifestEntry& entry) {
  return !spare_->has(entry.path) && live_->has_alone(entry);
}

bool NextTree::share(const std::string& path) {
  spare_->make_way(path);
  if (!disk_.link(live_->folder() + '/' + path, next_ + '/' + path)) return false;
  const std::lock_guard lock(guard_);
  shared_.insert(path);
  return true;
}

bool NextTree::write(const std::string& path, const Pieces& pieces) {
  return write_alike({path}, pieces).has_value();
}

std::optional<ManifestEntry> NextTree::write_alike(const std::vector<std::string>& paths,
                                                   const Pieces& pieces) {
  if (!spare_->reason().empty()) return std::nullopt;
  const std::string& first = paths.front();
  spare_->make_way(first);
  LaidPieces file(disk_, next_ + '/' + first);
  const bool good = pieces([&](std::string_view piece) { return file.add(piece); }) && file.end();
  const ManifestEntry entry = file.entry(first);
  if (!note(entry, file.stood(), good)) return std::nullopt;
  for (const std::string& path : std::span(paths).subspan(1))
    if (!name_alike(entry, path)) return std::nullopt;
  return entry;
}

bool NextTree::name_alike(const ManifestEntry& first, const std::string& path) {
  const ManifestEntry entry{path, first.bytes, first.sha256};
  const bool stands = spare_->holds(entry);
  return note(entry, stands, stands || link(first.path, path));
}

bool NextTree::lay(const std::string& path, std::string_view bytes) {
  const std::string file = next_ + '/' + path;
  if (spare_->gives_room(path)) return spare_->settle() && disk_.write_over(file, bytes);
  spare_->part(path);
  if (is_shared(path) && !disk_.remove_tree(file)) return false;
  return disk_.write(file, bytes) || (spare_->make_way(path) && disk_.write(file, bytes));
}

// The live file may not be written through its second name.
bool NextTree::is_shared(const std::string& path) {
  const std::lock_guard lock(guard_);
  return shared_.contains(path);
}

bool NextTree::link(const std::string& from, const std::string& path) {
  const std::string file = next_ + '/' + path;
  spare_->make_way(path);
  return disk_.remove_tree(file) && disk_.link(next_ + '/' + from, file);
}

bool NextTree::note(ManifestEntry entry, bool stands, bool good) {
  const std::lock_guard lock(guard_);
  if (!good && reason_.empty()) reason_ = disk_.reason();
  if (good) entries_.push_back(std::move(entry));
  if (good && !stands) ++written_;
  return good;
}

std::optional<std::string> NextTree::standing(const std::string& path) {
  const ManifestEntry* said = live_->said_of(path);
  return said == nullptr ? std::nullopt : standing(*said);
}

// Somebody may have edited it, but for one that the spare tree holds too.
std::optional<std::string> NextTree::standing(const ManifestEntry& entry) const {
  if (spare_->holds(entry)) return disk_.read(next_ + '/' + entry.path);
  auto bytes = disk_.read(live_->folder() + '/' + entry.path);
  if (bytes && entry_of(entry.path, *bytes).sha256 != entry.sha256) return std::nullopt;
  return bytes;
}

bool NextTree::keep(const std::vector<std::string>& paths) {
  if (!spare_->reason().empty()) return false;
  std::vector<const ManifestEntry*> entries;
  std::vector<std::optional<std::string>> bytes;  // of those that have to be written
  for (const std::string& path : paths) {
    const ManifestEntry* said = live_->said_of(path);
    if (said == nullptr) return false;
    const bool stands = spare_->holds(*said) || may_share(*said);
    entries.push_back(said);
    bytes.push_back(stands ? std::nullopt : standing(*said));
    if (!stands && !bytes.back()) return false;
  }
  for (std::size_t at = 0; at < entries.size(); ++at) keep(*entries[at], bytes[at]);
  return true;
}

// What fails is told by reason().
void NextTree::keep(const ManifestEntry& entry, const std::optional<std::string>& bytes) {
  if (bytes)
    write(entry.path, *bytes);
  else
    note(entry, true, spare_->holds(entry) || share(entry.path));
}

bool NextTree::hand_over(const std::string& path, std::uint64_t from, const TakePiece& take) const {
  const auto file = disk_.open(next_ + '/' + path);
  return file && yokoten::hand_over(*file, from, file->size(), take);
}

bool NextTree::seal() {
  if (!reason_.empty()) return false;
  sort_by_path(entries_);
  is_sealed_ = spare_->keep_only(entries_) && lay_manifest() && bring_to_medium();
  if (!is_sealed_) reason_ = disk_.reason();
  if (live_->manifest_hash() != manifest_hash_) changes_ = changes_between(live_->said(), entries_);
  return is_sealed_;
}

bool NextTree::lay_manifest() {
  LaidPieces file(disk_, next_ + "/manifest.json");
  const bool is_there =
      hand_over_manifest(entries_, [&](std::string_view piece) { return file.add(piece); }) &&
      file.end();
  manifest_hash_ = file.entry("manifest.json").sha256.digits();
  return is_there;
}

bool NextTree::bring_to_medium() {
  const auto start = std::chrono::steady_clock::now();
  const bool is_there = disk_.sync(next_);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  disk_seconds_ = took.count();
  return is_there;
}

bool NextTree::finish() {
  if (!is_sealed_ && !seal()) return false;
  complete_undisturbed();
  is_finished_ = disk_.exchange(next_, live_->folder());
  if (!is_finished_) reason_ = disk_.reason();
  return is_finished_;
}

std::string NextTree::reason() const { return reason_; }

std::uint64_t NextTree::bytes() const {
  std::uint64_t total = 0;
  for (const ManifestEntry& entry : entries_) total += entry.bytes;
  return total;
}

}  // namespace yokoten
