#include "command/watched_files.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/editors_own.h"

namespace yokoten {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                   IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;
constexpr std::uint32_t kWhole = IN_CLOSE_WRITE | IN_MOVED_TO | IN_ATTRIB;
constexpr int kStill = 40;  // milliseconds without a change after which it is over

// A file is watched by its folder: editors put another file in its place.
fs::path folder_of(const fs::path& place) {
  std::error_code none;
  if (fs::is_directory(place, none)) return place;
  const fs::path parent = place.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

// A file that has come and gone again, as of an editor that writes another one and moves it, is
// none.
void note(const std::string& path, std::uint32_t event, FileChanges& changes) {
  changes.whole = changes.whole && (event & kWhole) != 0;
  if ((event & IN_CREATE) != 0 && !changes.files.contains(path)) changes.made.insert(path);
  const bool gone = (event & (IN_MOVED_FROM | IN_DELETE)) != 0;
  if (gone && changes.made.erase(path) > 0)
    changes.files.erase(path);
  else
    changes.files.insert(path);
}

}  // namespace

WatchedFiles::WatchedFiles(std::vector<std::string> places)
    : places_(std::move(places)), descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (descriptor_ < 0)
    reason_ = std::strerror(errno);
  else
    watch_all();
}

WatchedFiles::~WatchedFiles() {
  if (descriptor_ >= 0) close(descriptor_);
}

void WatchedFiles::watch(const std::string& folder) {
  // Only what is watched already, or has gone meanwhile, may fail.
  const int number = inotify_add_watch(descriptor_, folder.c_str(), kChanges);
  if (number >= 0)
    folders_[number] = folder;
  else if (errno != ENOENT)
    reason_ = std::strerror(errno);
}

// Watching a folder again changes nothing; new ones come in by it.
void WatchedFiles::watch_all() {
  for (const std::string& place : places_) {
    watch(folder_of(place).string());
    std::error_code problem;
    if (!fs::is_directory(place, problem)) continue;
    auto each = fs::recursive_directory_iterator(
        place, fs::directory_options::skip_permission_denied, problem);
    for (; !problem && each != fs::recursive_directory_iterator(); each.increment(problem))
      if (each->is_directory(problem)) watch(each->path().string());
  }
}

// Where more has changed than the system can tell, it names no folder.
bool WatchedFiles::took_events(int milliseconds, FileChanges& changes) {
  pollfd waited{descriptor_, POLLIN, 0};
  if (poll(&waited, 1, milliseconds) <= 0) return false;
  alignas(inotify_event) std::array<char, 16384> buffer{};
  bool any = false;
  for (ssize_t size = 0; (size = read(descriptor_, buffer.data(), buffer.size())) > 0;)
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const std::string name = event.len == 0 ? "" : buffer.data() + at + sizeof event;
      if (event.len == 0 || !is_editors_own(name)) {
        note(folders_[event.wd] + '/' + name, event.mask, changes);
        any = true;
      }
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  return any;
}

FileChanges WatchedFiles::changed_within(int milliseconds) {
  FileChanges changes;
  took_events(milliseconds, changes);
  return changes;
}

void WatchedFiles::wait_until_still(FileChanges& changes) {
  while (took_events(kStill, changes)) {
  }
  watch_all();
}

}  // namespace yokoten
