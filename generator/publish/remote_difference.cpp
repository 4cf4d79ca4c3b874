#include "publish/remote_difference.h"

#include <algorithm>

#include "base/hash.h"

namespace yokoten {
namespace {

enum class Held { other, same, unknown };

Held held(Disk& disk, const std::string& folder, const PublishedFile& file, const Remote& remote,
          const RemoteFiles& there) {
  const auto at = there.find(file.entry.path);
  if (at == there.end() || at->second.bytes != file.entry.bytes) return Held::other;
  if (at->second.hash.empty()) return Held::unknown;
  const auto bytes = disk.read(folder + '/' + file.entry.path);
  const bool same = bytes && hash_of(remote.hash_kind(), *bytes) == at->second.hash;
  return same ? Held::same : Held::other;
}

}  // namespace

std::optional<std::vector<std::string>> differing_files(
    Disk& disk, const std::string& folder, const std::vector<PublishedFile>& files, Remote& remote,
    const RemoteFiles& there, const std::function<bool(const std::string&)>& read_back) {
  std::vector<std::string> differing, unknown;
  std::map<std::string, std::string> wanted;
  for (const PublishedFile& each : files) {
    const Held found = held(disk, folder, each, remote, there);
    if (found == Held::other) differing.push_back(each.entry.path);
    if (found != Held::unknown || !read_back(each.entry.path)) continue;
    unknown.push_back(each.entry.path);
    wanted[each.entry.path] = each.entry.sha256.digits();
  }
  const auto hashes = remote.read_hashes(unknown);
  if (!hashes) return std::nullopt;
  for (const std::string& each : unknown) {
    const auto at = hashes->find(each);
    if (at == hashes->end() || at->second != wanted[each]) differing.push_back(each);
  }
  std::sort(differing.begin(), differing.end());
  return differing;
}

}  // namespace yokoten
