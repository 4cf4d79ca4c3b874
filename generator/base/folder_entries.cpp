#include "base/folder_entries.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>

namespace yokoten {
namespace {

constexpr std::int64_t nanoseconds = 1'000'000'000;

// A folder is told of where nothing is in it.
DiskEntry::Kind kind_of(const struct stat& status) {
  return S_ISREG(status.st_mode)   ? DiskEntry::Kind::file
         : S_ISLNK(status.st_mode) ? DiskEntry::Kind::link
         : S_ISDIR(status.st_mode) ? DiskEntry::Kind::empty_folder
                                   : DiskEntry::Kind::other;
}

DiskEntry entry_of(std::string path, const struct stat& status) {
  return {std::move(path), static_cast<std::uint64_t>(status.st_size),
          status.st_ctim.tv_sec * nanoseconds + status.st_ctim.tv_nsec, kind_of(status),
          static_cast<std::uint64_t>(status.st_nlink)};
}

/// Walks through a folder and those in it.
class Walk {
 public:
  Walk(const std::string& root, const std::function<void(const std::string&)>& failed)
      : root_(root), failed_(failed) {}

  // `handle` is an open folder; it is closed here. `inside` is its path with a slash, or empty.
  void look(int handle, const std::string& inside) {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::fdopendir(handle), ::closedir);
    if (!folder) {
      failed_(root_ + '/' + inside);
      ::close(handle);
      return;
    }
    for (errno = 0; const dirent* each = ::readdir(folder.get()); errno = 0) {
      const std::string_view name = each->d_name;
      if (name != "." && name != "..") look_at(handle, inside, each->d_name);
    }
    if (errno != 0) failed_(root_ + '/' + inside);
  }

  std::vector<DiskEntry> found;

 private:
  void look_at(int handle, const std::string& inside, const char* name) {
    struct stat status {};
    if (::fstatat(handle, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      return failed_(root_ + '/' + inside + name);
    const std::size_t before = found.size();
    if (S_ISDIR(status.st_mode)) {
      const int inner = ::openat(handle, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner < 0) return failed_(root_ + '/' + inside + name);
      look(inner, inside + name + '/');
    }
    if (found.size() == before) found.push_back(entry_of(inside + name, status));
  }

  const std::string& root_;
  const std::function<void(const std::string&)>& failed_;
};

}  // namespace

std::vector<DiskEntry> folder_entries(const std::string& folder,
                                      const std::function<void(const std::string&)>& failed) {
  Walk walk(folder, failed);
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle >= 0)
    walk.look(handle, {});
  else
    failed(folder);
  return std::move(walk.found);
}

}  // namespace yokoten
