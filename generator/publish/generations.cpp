#include "publish/generations.h"

#include <algorithm>

#include "base/hash.h"

namespace yokoten {
namespace {

bool is_of_site(const PublishedFile& file) {
  return file.standing == Standing::site || file.standing == Standing::packed;
}

}  // namespace

std::optional<PublishedRecord> record_at(Disk& disk, const std::string& folder) {
  if (const auto bytes = disk.read(folder + '/' + record_name)) return read_record(*bytes);
  const auto manifest = disk.read(folder + "/manifest.json");
  return manifest ? record_of_manifest(*manifest) : std::nullopt;
}

// Of the same site nothing is kept: the way back leads to another one.
bool advance(Disk& disk, const Generations& generations) {
  const auto standing = record_at(disk, generations.live), next = record_at(disk, generations.next);
  const bool stood = disk.exists(generations.live);
  if (stood && !disk.open_as(generations.live, generations.next)) return false;
  if (!disk.exchange(generations.next, generations.live)) return false;
  // What stood before is `next` now; whether it becomes `previous` does not touch what readers see.
  const bool keeps = standing && next && standing->site != next->site;
  if (keeps && disk.close(generations.next)) disk.exchange(generations.next, generations.previous);
  disk.remove_tree(generations.next);
  return true;
}

bool settle(Disk& disk, const Generations& generations) {
  if (!disk.settle_exchange(generations.next, generations.live)) return false;
  const auto left = record_at(disk, generations.next), live = record_at(disk, generations.live),
             previous = record_at(disk, generations.previous);
  const bool stood = left && live && disk.exists(generations.next + '/' + record_name) &&
                     left->generation < live->generation && left->site != live->site &&
                     (!previous || left->generation > previous->generation);
  if (stood && !disk.trouble() && disk.close(generations.next))
    disk.exchange(generations.next, generations.previous);
  return disk.remove_tree(generations.next);
}

std::string broken_file(Disk& disk, const std::string& folder, const PublishedRecord& record) {
  for (const PublishedFile& each : record.files) {
    if (!is_of_site(each)) continue;
    const auto bytes = disk.read(folder + '/' + each.entry.path);
    if (!bytes || sha256(*bytes) != each.entry.sha256) return each.entry.path;
  }
  return {};
}

bool PublishedTree::noted(bool good) {
  const std::lock_guard lock(guard_);
  if (!good && reason_.empty()) reason_ = disk_.reason();
  return good;
}

bool PublishedTree::take(const PublishedFile& file, std::string_view bytes) {
  if (!noted(disk_.write(folder_ + '/' + file.entry.path, bytes))) return false;
  const std::lock_guard lock(guard_);
  files_.push_back(file);
  return true;
}

bool PublishedTree::take_over(const std::string& from, const std::string& path) {
  return noted(disk_.link(from + '/' + path, folder_ + '/' + path));
}

bool PublishedTree::take_site(const std::string& from, const PublishedRecord& record) {
  for (const PublishedFile& each : record.files) {
    if (!is_of_site(each)) continue;
    if (!take_over(from, each.entry.path)) return false;
    files_.push_back(each);
  }
  return true;
}

const std::vector<PublishedFile>& PublishedTree::files() {
  std::sort(files_.begin(), files_.end(), [](const PublishedFile& a, const PublishedFile& b) {
    return a.entry.path < b.entry.path;
  });
  return files_;
}

// On the medium before it is exchanged: or a power cut could leave empty files under names that
// stand already.
bool PublishedTree::finish(PublishedRecord record) {
  std::sort(
      record.files.begin(), record.files.end(),
      [](const PublishedFile& a, const PublishedFile& b) { return a.entry.path < b.entry.path; });
  return noted(disk_.write(folder_ + '/' + record_name, record_json(record)) &&
               disk_.sync(folder_));
}

}  // namespace yokoten
