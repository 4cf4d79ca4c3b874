#include "publish/live_tree.h"

#include <filesystem>

#include "base/hash.h"

namespace yokoten {

void LiveTree::look() {
  const std::string path = folder_ + "/manifest.json";
  const auto manifest = disk_.entry(path);
  auto bytes = manifest ? disk_.read(path) : std::nullopt;
  auto entries = bytes ? read_manifest(*bytes) : std::nullopt;
  if (!entries) return;
  manifest_hash_ = sha256(*bytes);
  finished_ = manifest->changed;
  said_ = std::move(*entries);
  sort_by_path(said_);
  by_path_.reserve(said_.size());
  for (const ManifestEntry& each : said_) by_path_.emplace(each.path, &each);
}

void LiveTree::look_once() {
  std::call_once(looked_, [this] { look(); });
}

const std::string& LiveTree::manifest_hash() {
  look_once();
  return manifest_hash_;
}

const std::vector<ManifestEntry>& LiveTree::said() {
  look_once();
  return said_;
}

const ManifestEntry* LiveTree::said_of(const std::string& path) {
  look_once();
  const auto at = by_path_.find(path);
  return at == by_path_.end() ? nullptr : at->second;
}

bool LiveTree::is_untouched(const DiskEntry& file, const ManifestEntry& said) {
  const ManifestEntry* own = said_of(said.path);
  return own != nullptr && own->sha256 == said.sha256 && own->bytes == said.bytes &&
         file.kind == DiskEntry::Kind::file && file.bytes == said.bytes &&
         file.changed <= finished_;
}

bool LiveTree::has_rights_of_now(const DiskEntry& file) {
  std::call_once(asked_, [this] {
    const std::string beside = std::filesystem::path(folder_).parent_path().string();
    rights_ = disk_.rights_in(beside.empty() ? "." : beside);
  });
  return !rights_ || file.rights == *rights_;
}

bool LiveTree::has_alone(const ManifestEntry& entry) {
  if (said_of(entry.path) == nullptr) return false;
  const auto file = disk_.entry(folder_ + '/' + entry.path);
  return file && file->names == 1 && is_untouched(*file, entry) && has_rights_of_now(*file);
}

}  // namespace yokoten
