#include "base/folder_entries.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <string_view>

namespace yokoten {
namespace {

constexpr std::int64_t nanoseconds = 1'000'000'000;

DiskEntry entry_of(std::string path, const struct stat& status, DiskEntry::Kind kind) {
  return {std::move(path), static_cast<std::uint64_t>(status.st_size),
          status.st_ctim.tv_sec * nanoseconds + status.st_ctim.tv_nsec, kind,
          static_cast<std::uint64_t>(status.st_nlink)};
}

// `handle` is an open folder; it is closed here. `inside` is its path with a slash, or empty.
void add_entries(int handle, const std::string& inside, std::vector<DiskEntry>& found) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::fdopendir(handle), ::closedir);
  if (!folder) {
    ::close(handle);
    return;
  }
  while (const dirent* each = ::readdir(folder.get())) {
    const std::string_view name = each->d_name;
    struct stat status {};
    if (name == "." || name == ".." ||
        ::fstatat(handle, each->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      continue;
    const std::size_t before = found.size();
    auto kind = S_ISREG(status.st_mode) ? DiskEntry::Kind::file : DiskEntry::Kind::other;
    if (S_ISDIR(status.st_mode)) {
      const int inner =
          ::openat(handle, each->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner >= 0) {
        kind = DiskEntry::Kind::empty_folder;
        add_entries(inner, inside + each->d_name + '/', found);
      }
    }
    if (found.size() == before) found.push_back(entry_of(inside + each->d_name, status, kind));
  }
}

}  // namespace

std::vector<DiskEntry> folder_entries(const std::string& folder) {
  std::vector<DiskEntry> found;
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle >= 0) add_entries(handle, {}, found);
  return found;
}

}  // namespace yokoten
