#include <mutex>

#include "base/disk.h"

namespace yokoten {
namespace {

// Several threads write at once. One for all disks in memory, which are small; a method may call
// another one.
std::recursive_mutex guard;

using Locked = std::lock_guard<std::recursive_mutex>;

class MemoryLock final : public DiskLock {
 public:
  MemoryLock(std::set<std::string>& locked, std::string path)
      : locked_(locked), path_(std::move(path)) {}
  ~MemoryLock() override {
    const Locked lock(guard);
    locked_.erase(path_);
  }

 private:
  std::set<std::string>& locked_;
  std::string path_;
};

}  // namespace

std::optional<std::uint64_t> MemoryDisk::size(const std::string& path) {
  const Locked lock(guard);
  const auto at = tree.find(path);
  return at == tree.end() ? std::nullopt : std::optional<std::uint64_t>(at->second.size());
}

std::optional<std::string> MemoryDisk::read(const std::string& path) {
  const Locked lock(guard);
  const auto at = tree.find(path);
  if (at == tree.end()) return std::nullopt;
  return at->second;
}

bool MemoryDisk::write(const std::string& path, std::string_view bytes) {
  const Locked lock(guard);
  for (std::size_t at = path.find('/', 1); at != path.npos; at = path.find('/', at + 1))
    if (tree.contains(path.substr(0, at))) return false;  // a file has nothing below it
  if (!files(path).empty()) return false;                 // a folder
  if (fail_after >= 0 && writes_ >= fail_after) return false;
  ++writes_;
  tree[path] = bytes;
  return true;
}

bool MemoryDisk::add(const std::string& path, std::string_view bytes) {
  const Locked lock(guard);
  return write(path, tree[path] + std::string(bytes));
}

bool MemoryDisk::replace(const std::string& path, std::string_view bytes) {
  const Locked lock(guard);
  return write(path, bytes);
}

bool MemoryDisk::lay_beside(const std::string& path, std::string_view bytes) {
  const Locked lock(guard);
  return write(path + ".yokoten-part", bytes);
}

bool MemoryDisk::add_beside(const std::string& path, std::string_view bytes, bool anew) {
  const Locked lock(guard);
  const std::string beside = path + ".yokoten-part";
  return write(beside, anew ? std::string(bytes) : tree[beside] + std::string(bytes));
}

bool MemoryDisk::put_in_place(const std::string& path) {
  const Locked lock(guard);
  auto part = tree.extract(path + ".yokoten-part");
  if (part.empty()) return false;
  tree[path] = std::move(part.mapped());
  return true;
}

void MemoryDisk::take_away(const std::string& path) {
  const Locked lock(guard);
  tree.erase(path + ".yokoten-part");
}

std::vector<std::string> MemoryDisk::files(const std::string& folder) {
  const Locked lock(guard);
  const std::string prefix = folder.empty() || folder.back() == '/' ? folder : folder + '/';
  std::vector<std::string> found;
  for (const auto& [path, bytes] : tree)
    if (path.starts_with(prefix)) found.push_back(path.substr(prefix.size()));
  return found;
}

std::vector<DiskEntry> MemoryDisk::inventory(const std::string& folder) {
  const Locked lock(guard);
  std::vector<DiskEntry> found;
  for (std::string& path : files(folder)) {
    const std::uint64_t bytes = tree.at(folder + '/' + path).size();
    found.push_back({.path = std::move(path), .bytes = bytes});
  }
  return found;
}

bool MemoryDisk::sync(const std::string& folder) {
  const Locked lock(guard);
  if (!fails_to_sync) steps.push_back("sync " + folder);
  return !fails_to_sync;
}

bool MemoryDisk::exists(const std::string& path) {
  const Locked lock(guard);
  return tree.contains(path) || !files(path).empty();
}

bool MemoryDisk::remove_tree(const std::string& path) {
  const Locked lock(guard);
  std::erase_if(tree, [&](const auto& entry) {
    return entry.first == path || entry.first.starts_with(path + '/');
  });
  return true;
}

bool MemoryDisk::exchange(const std::string& next, const std::string& live) {
  const Locked lock(guard);
  std::map<std::string, std::string> renamed;
  for (auto& [path, bytes] : tree) {
    if (path.starts_with(next + '/'))
      renamed[live + path.substr(next.size())] = std::move(bytes);
    else if (path.starts_with(live + '/'))
      renamed[next + path.substr(live.size())] = std::move(bytes);
    else
      renamed[path] = std::move(bytes);
  }
  tree = std::move(renamed);
  steps.push_back("exchange " + live);
  return true;
}

std::unique_ptr<DiskLock> MemoryDisk::lock(const std::string& path) {
  const Locked lock(guard);
  if (!locked_.insert(path).second) {
    reason_.clear();
    return nullptr;
  }
  return std::make_unique<MemoryLock>(locked_, path);
}

}  // namespace yokoten
