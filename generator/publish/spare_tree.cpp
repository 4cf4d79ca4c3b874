#include "publish/spare_tree.h"

#include <algorithm>

namespace yokoten {
namespace {

const std::string manifest_name = "manifest.json";

// Folders that the path lies in, outermost first: `a/`, `a/b/`.
std::vector<std::string> folders_of(const std::string& path) {
  std::vector<std::string> folders;
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1))
    folders.push_back(path.substr(0, at + 1));
  return folders;
}

// The outermost folder of the path that is not wanted, or the path itself; empty where way was made
// for a file or a folder of the new site.
std::string outermost(const std::string& path, const std::set<std::string>& wanted) {
  for (std::string folder : folders_of(path)) {
    if (wanted.contains(folder)) continue;
    folder.pop_back();
    return wanted.contains(folder) ? std::string() : folder;
  }
  return wanted.contains(path + '/') ? std::string() : path;
}

std::optional<std::vector<ManifestEntry>> manifest_of(Disk& disk, const std::string& folder) {
  const auto bytes = disk.read(folder + '/' + manifest_name);
  auto entries = bytes ? read_manifest(*bytes) : std::nullopt;
  if (entries) sort_by_path(*entries);
  return entries;
}

std::vector<DiskEntry> sorted_inventory(Disk& disk, const std::string& folder) {
  std::vector<DiskEntry> found = disk.inventory(folder);
  std::ranges::sort(found, {}, &DiskEntry::path);
  return found;
}

}  // namespace

SpareLook::SpareLook(Disk& disk, const std::string& folder, const std::string& live)
    : said(manifest_of(disk, folder)),
      found(said ? sorted_inventory(disk, folder) : std::vector<DiskEntry>()),
      common(disk, found, live) {}

SpareTree::SpareTree(Disk& disk, std::string folder, LiveTree& live,
                     std::unique_ptr<SpareLook> look)
    : disk_(disk), folder_(std::move(folder)) {
  if (!look) look = std::make_unique<SpareLook>(disk_, folder_, live.folder());
  if (look->said)
    take(*look, live);
  else
    remove(folder_);
}

void SpareTree::remove(const std::string& path) {
  if (!disk_.remove_tree(path) && reason_.empty()) reason_ = disk_.reason();
}

// The manifest was written last: what is not older than it was touched by somebody. What has a
// name elsewhere belongs to somebody else too, and the clock of a disk is too slow to tell it.
// A file of the live tree got its second name there later than this manifest was written: for it
// that of the live tree vouches.
void SpareTree::take(SpareLook& look, LiveTree& live) {
  auto& [said, found, common] = look;
  // Its folders have other rights too then, which nobody tells.
  const auto is_usual = [&](const DiskEntry& each) {
    return each.kind != DiskEntry::Kind::file || live.has_rights_of_now(each);
  };
  if (!std::ranges::all_of(found, is_usual)) return remove(folder_);
  const auto manifest = std::ranges::lower_bound(found, manifest_name, {}, &DiskEntry::path);
  const bool is_there = manifest != found.end() && manifest->path == manifest_name;
  const std::int64_t finished = is_there ? manifest->changed : 0;
  remove(folder_ + '/' + manifest_name);
  files_.reserve(said->size());
  found_.reserve(found.size());
  auto at = said->begin();
  for (DiskEntry& each : found) {
    if (each.path == manifest_name) continue;
    while (at != said->end() && at->path < each.path) ++at;
    const bool is_sound =
        each.kind == DiskEntry::Kind::file && common.have_all_names_of(each) && at != said->end() &&
        at->path == each.path && at->bytes == each.bytes &&
        (each.changed <= finished || (common.is_common(each) && live.is_untouched(each, *at)));
    if (is_sound && each.names > 1) shared_.insert(each.path);
    if (is_sound)
      files_.push_back(std::move(*at++));
    else
      remove(folder_ + '/' + each.path);
    found_.push_back(std::move(each.path));
  }
  by_path_.reserve(files_.size());
  for (const ManifestEntry& each : files_) by_path_.emplace(each.path, &each);
}

bool SpareTree::holds(const ManifestEntry& entry) const {
  const auto at = by_path_.find(entry.path);
  return at != by_path_.end() && at->second->bytes == entry.bytes &&
         at->second->sha256 == entry.sha256;
}

// After a power cut the manifest would vouch for what is half written over, or the site that stood
// here would stand in its place again: that both are otherwise has to be on the medium before.
bool SpareTree::settle() {
  const std::lock_guard lock(guard_);
  if (!is_settled_) is_settled_ = disk_.sync(folder_);
  return is_settled_;
}

void SpareTree::part(const std::string& path) {
  if (!shared_.contains(path)) return;
  const std::lock_guard lock(guard_);
  remove(folder_ + '/' + path);
}

bool SpareTree::make_way(const std::string& path) {
  const std::lock_guard lock(guard_);
  bool is_made = false;
  for (const std::string& folder : folders_of(path))
    if (const std::string file = folder.substr(0, folder.size() - 1); by_path_.contains(file))
      is_made = disk_.remove_tree(folder_ + '/' + file) || is_made;
  const auto below = std::ranges::lower_bound(files_, path + '/', {}, &ManifestEntry::path);
  if (below != files_.end() && below->path.starts_with(path + '/'))
    is_made = disk_.remove_tree(folder_ + '/' + path) || is_made;
  return is_made;
}

bool SpareTree::keep_only(const std::vector<ManifestEntry>& entries) {
  if (std::ranges::includes(entries, found_, {}, &ManifestEntry::path)) return true;
  std::set<std::string> wanted, gone;
  for (const ManifestEntry& each : entries) {
    wanted.insert(each.path);
    for (std::string& folder : folders_of(each.path)) wanted.insert(std::move(folder));
  }
  for (const std::string& path : found_)
    if (!wanted.contains(path)) gone.insert(outermost(path, wanted));
  bool good = true;
  for (const std::string& path : gone)
    good = (path.empty() || disk_.remove_tree(folder_ + '/' + path)) && good;
  return good;
}

}  // namespace yokoten
