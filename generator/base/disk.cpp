#include "base/disk.h"

#include <algorithm>

namespace yokoten {

std::vector<std::string> Disk::entries(const std::string& folder) {
  std::vector<std::string> found;
  for (DiskEntry& each : inventory(folder)) {
    if (each.kind == DiskEntry::Kind::empty_folder) each.path += '/';
    found.push_back(std::move(each.path));
  }
  std::sort(found.begin(), found.end());
  return found;
}

// As of a disk that knows no links and no permissions.

bool Disk::link(const std::string& from, const std::string& to) {
  const auto bytes = read(from);
  return bytes && write(to, *bytes);
}

bool Disk::settle_exchange(const std::string& /*next*/, const std::string& /*live*/) {
  return true;
}

bool Disk::open_as(const std::string& /*from*/, const std::string& /*to*/) { return true; }

bool Disk::close(const std::string& /*folder*/) { return true; }

}  // namespace yokoten
