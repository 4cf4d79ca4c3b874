#include "base/folder_entries.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <memory>
#include <string_view>

#include "base/threads.h"

namespace yokoten {
namespace {

// A folder is told of where nothing is in it.
DiskEntry::Kind kind_of(const struct stat& status) {
  return S_ISREG(status.st_mode)   ? DiskEntry::Kind::file
         : S_ISLNK(status.st_mode) ? DiskEntry::Kind::link
         : S_ISDIR(status.st_mode) ? DiskEntry::Kind::empty_folder
                                   : DiskEntry::Kind::other;
}

/// A folder that another walk is to look into.
struct Inner {
  std::string inside;  ///< its path with a slash
  DiskEntry entry;     ///< what it is told as where nothing is in it
};

/// Walks through a folder and those in it, as far as `depth` says.
class Walk {
 public:
  Walk(const std::string& root, int depth, const std::function<void(const std::string&)>& failed)
      : root_(root), depth_(depth), failed_(failed) {}

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
  std::vector<Inner> deeper;

 private:
  void look_at(int handle, const std::string& inside, const char* name) {
    struct stat status {};
    if (::fstatat(handle, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      return failed_(root_ + '/' + inside + name);
    if (S_ISDIR(status.st_mode) && depth_ == 0) {
      deeper.push_back({inside + name + '/', disk_entry(inside + name, status)});
      return;
    }
    const std::size_t before = found.size() + deeper.size();
    if (S_ISDIR(status.st_mode)) {
      const int inner = ::openat(handle, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner < 0) return failed_(root_ + '/' + inside + name);
      --depth_;
      look(inner, inside + name + '/');
      ++depth_;
    }
    if (found.size() + deeper.size() == before) found.push_back(disk_entry(inside + name, status));
  }

  const std::string& root_;
  int depth_;
  const std::function<void(const std::string&)>& failed_;
};

// Looks below `inside`, which is empty or ends with a slash. False where it can't be opened: what
// was a folder may be a link by now.
bool look_from(Walk& walk, const std::string& folder, const std::string& inside,
               const std::function<void(const std::string&)>& failed) {
  const bool is_root = inside.empty();
  const std::string path = is_root ? folder : folder + '/' + inside.substr(0, inside.size() - 1);
  const int handle =
      ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | (is_root ? 0 : O_NOFOLLOW));
  if (handle >= 0)
    walk.look(handle, inside);
  else
    failed(path);
  return handle >= 0;
}

}  // namespace

std::int64_t changed_at(const struct stat& status) {
  constexpr std::int64_t second = 1'000'000'000;
  return status.st_ctim.tv_sec * second + status.st_ctim.tv_nsec;
}

DiskEntry disk_entry(std::string path, const struct stat& status) {
  return {std::move(path),
          static_cast<std::uint64_t>(status.st_size),
          changed_at(status),
          kind_of(status),
          static_cast<std::uint64_t>(status.st_nlink),
          static_cast<std::uint64_t>(status.st_ino),
          static_cast<std::uint32_t>(status.st_mode & 07777U)};
}

std::unordered_map<std::string, std::uint64_t> numbers_in(const std::string& folder) {
  std::unordered_map<std::string, std::uint64_t> numbers;
  const std::unique_ptr<DIR, int (*)(DIR*)> opened(::opendir(folder.c_str()), ::closedir);
  if (!opened) return numbers;
  while (const dirent* each = ::readdir(opened.get())) numbers.emplace(each->d_name, each->d_ino);
  return numbers;
}

std::vector<DiskEntry> folder_entries(const std::string& folder,
                                      const std::function<void(const std::string&)>& failed) {
  constexpr int kAlone = 1;        // levels of folders that are gone through at first
  constexpr int kWhole = 1 << 20;  // deeper than any folder
  Walk first(folder, kAlone, failed);
  look_from(first, folder, {}, failed);
  std::vector<std::vector<DiskEntry>> below(first.deeper.size());
  share_out(below.size(), [&](std::size_t at) {
    const Inner& inner = first.deeper[at];
    Walk walk(folder, kWhole, failed);
    const bool is_open = look_from(walk, folder, inner.inside, failed);
    if (is_open && walk.found.empty()) walk.found.push_back(inner.entry);
    below[at] = std::move(walk.found);
  });
  for (std::vector<DiskEntry>& each : below)
    std::move(each.begin(), each.end(), std::back_inserter(first.found));
  return std::move(first.found);
}

}  // namespace yokoten
