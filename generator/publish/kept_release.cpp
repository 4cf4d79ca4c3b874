#include "publish/kept_release.h"

#include "base/hash.h"
#include "publish/tree.h"

namespace yokoten {
namespace {

constexpr std::size_t folder_digits = 16;

std::string site_at(Disk& disk, const std::string& folder) {
  const auto record = record_at(disk, folder);
  return record ? record->site : std::string();
}

}  // namespace

KeptReleases::KeptReleases(Disk& disk, const std::string& site, const std::string& remote)
    : disk_(disk),
      scratch_(beside(site, ".published") + '/' + sha256(remote).substr(0, folder_digits)),
      folders_{scratch_ + "/current", scratch_ + "/previous", scratch_ + "/next"} {}

bool KeptReleases::lock() {
  lock_ = disk_.lock(scratch_ + "/.yokoten-lock");
  return lock_ != nullptr;
}

void KeptReleases::settle(const PublishedRecord& standing) {
  const auto next = record_at(disk_, folders_.next);
  const bool stands = next && next->site == standing.site && standing.coming.empty() &&
                      next->generation == standing.generation && !has(standing);
  if (stands) yokoten::advance(disk_, folders_);
  yokoten::settle(disk_, folders_);
}

bool KeptReleases::has(const PublishedRecord& standing) const {
  return site_at(disk_, folders_.live) == standing.site;
}

bool KeptReleases::fetch_into(const std::string& folder, const PublishedRecord& standing,
                              Remote& remote) {
  std::map<std::string, FileHash> here;
  if (const auto next = record_at(disk_, folders_.next))
    for (const PublishedFile& each : next->files) here[each.entry.path] = each.entry.sha256;
  PublishedTree tree(disk_, folder);
  PublishedRecord record = standing;
  record.files.clear();
  std::vector<std::string> missing;
  for (const PublishedFile& each : standing.files) {
    if (each.standing != Standing::site && each.standing != Standing::packed) continue;
    record.files.push_back(each);
    const auto at = here.find(each.entry.path);
    if (at == here.end() || at->second != each.entry.sha256)
      missing.push_back(each.entry.path);
    else if (!tree.take_over(folders_.next, each.entry.path))
      return false;
  }
  return remote.fetch(folder, missing) && broken_file(disk_, folder, record).empty() &&
         tree.finish(std::move(record));
}

bool KeptReleases::fetch(const PublishedRecord& standing, Remote& remote) {
  const std::string folder = scratch_ + "/fetched";
  disk_.remove_tree(folder);
  // Of a publishing that did not end, parts of two sites stand there.
  const bool good = standing.coming.empty() && fetch_into(folder, standing, remote);
  disk_.remove_tree(folders_.previous);
  disk_.remove_tree(folders_.live);
  const bool kept = good && disk_.exchange(folder, folders_.live);
  disk_.remove_tree(folder);
  return kept;
}

bool KeptReleases::advance() { return yokoten::advance(disk_, folders_); }

}  // namespace yokoten
