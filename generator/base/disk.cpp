#include "base/disk.h"

#include <algorithm>
#include <utility>

namespace yokoten {
namespace {

/// Bytes that are held, its own or those of somebody else.
class HeldFile final : public DiskFile {
 public:
  explicit HeldFile(std::string bytes) : own_(std::move(bytes)), bytes_(own_) {}
  explicit HeldFile(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t size() const override { return bytes_.size(); }

  std::optional<std::size_t> read(std::uint64_t from, std::span<char> into) const override {
    const std::string_view left = bytes_.substr(std::min<std::size_t>(from, bytes_.size()));
    return left.copy(into.data(), into.size());
  }

 private:
  std::string own_;
  std::string_view bytes_;
};

}  // namespace

std::unique_ptr<DiskFile> file_of(std::string_view bytes) {
  return std::make_unique<HeldFile>(bytes);
}

std::unique_ptr<DiskFile> Disk::open(const std::string& path) {
  auto bytes = read(path);
  return bytes ? std::make_unique<HeldFile>(std::move(*bytes)) : nullptr;
}

std::vector<std::string> Disk::names(const std::string& folder) {
  std::set<std::string> found;
  for (const std::string& path : files(folder)) found.insert(path.substr(0, path.find('/')));
  return {found.begin(), found.end()};
}

std::vector<std::string> Disk::entries(const std::string& folder) {
  std::vector<std::string> found;
  for (DiskEntry& each : inventory(folder)) {
    if (each.kind == DiskEntry::Kind::empty_folder) each.path += '/';
    found.push_back(std::move(each.path));
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Of a file that is there nothing else is known.
std::optional<DiskEntry> Disk::entry(const std::string& path) {
  const auto bytes = size(path);
  return bytes ? std::optional(DiskEntry{.path = path, .bytes = *bytes}) : std::nullopt;
}

OwnNames::OwnNames(const std::vector<DiskEntry>& found) {
  for (const DiskEntry& each : found)
    if (each.names > 1) ++inside_[each.number];
}

// As of a disk that knows no links, no permissions and no room of files.

bool Disk::write_over(const std::string& path, std::string_view bytes) {
  return write(path, bytes);
}

bool Disk::link(const std::string& from, const std::string& to) {
  const auto bytes = read(from);
  return bytes && write(to, *bytes);
}

std::unordered_map<std::string, std::uint64_t> Disk::numbers(const std::string& /*folder*/) {
  return {};
}

std::optional<std::uint32_t> Disk::rights_in(const std::string& /*folder*/) { return std::nullopt; }

bool Disk::settle_exchange(const std::string& /*next*/, const std::string& /*live*/) {
  return true;
}

bool Disk::open_as(const std::string& /*from*/, const std::string& /*to*/) { return true; }

bool Disk::close(const std::string& /*folder*/) { return true; }

}  // namespace yokoten
