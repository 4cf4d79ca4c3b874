#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <utility>

#include "base/disk.h"
#include "base/folder_entries.h"
#include "base/interruption.h"
#include "base/opened_file.h"
#include "base/read_trail.h"
#include "base/trouble.h"

namespace yokoten {
namespace {

thread_local std::string last_reason;

std::mutex trouble_guard;
std::optional<DiskTrouble> first_trouble;

bool failed(const std::string& path) {
  last_reason = path + ": " + std::strerror(errno);
  return false;
}

// Whether the last error says that there is nothing of this name.
bool is_missing() {
  return errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG || errno == ELOOP;
}

// For what only looks: nothing there is no trouble. What several threads met is told by its path.
bool unseen(const std::string& path) {
  const int error = errno;
  if (!is_missing()) {
    const std::lock_guard lock(trouble_guard);
    if (!first_trouble || path < first_trouble->path) first_trouble = {path, std::strerror(error)};
  }
  errno = error;
  return failed(path);
}

struct FileLock final : DiskLock {
  OpenedFile file;
  explicit FileLock(int opened) : file(opened) {}
};

// Fills `into` with what stands from `from` on, as far as the file goes; how many bytes that were.
std::optional<std::size_t> read_at(const std::string& path, int file, std::uint64_t from,
                                   std::span<char> into) {
  std::size_t done = 0;
  while (done < into.size()) {
    const ssize_t got =
        ::pread(file, into.data() + done, into.size() - done, static_cast<off_t>(from + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      unseen(path);
      return std::nullopt;
    }
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

class FileInPieces final : public DiskFile {
 public:
  FileInPieces(std::string path, int opened, std::uint64_t size)
      : path_(std::move(path)), file_(opened), size_(size) {}

  std::uint64_t size() const override { return size_; }

  std::optional<std::size_t> read(std::uint64_t from, std::span<char> into) const override {
    return read_at(path_, file_.number, from, into);
  }

 private:
  std::string path_;
  OpenedFile file_;
  std::uint64_t size_;
};

// Makes the folders that the path lies in, asking for none that stands. False with the reason in
// errno where one can't be made.
bool make_folders_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos || slash == 0) return true;
  const std::string folder = path.substr(0, slash);
  const auto made = [&] { return ::mkdir(folder.c_str(), 0777) == 0 || errno == EEXIST; };
  return made() || (errno == ENOENT && make_folders_of(folder) && made());
}

// As the umask says, but never for others to write.
constexpr mode_t mode_of_files = 0664;

int opened_for_writing(const std::string& path, int begin = O_TRUNC) {
  const int flags = O_WRONLY | O_CREAT | O_CLOEXEC | begin;
  const int number = ::open(path.c_str(), flags, mode_of_files);
  if (number >= 0 || errno != ENOENT || !make_folders_of(path)) return number;
  return ::open(path.c_str(), flags, mode_of_files);
}

// The same name every time: what a killed program leaves is written over by the next.
std::string name_beside(const std::string& path) { return path + ".yokoten-part"; }

bool written(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return failed(path);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

// Writes to what was opened and closes it.
bool put(int opened, std::string_view bytes, const std::string& path) {
  OpenedFile file(opened);
  if (file.number < 0) return failed(path);
  return written(file.number, bytes, path) && (file.close() || failed(path));
}

std::vector<std::string> links_at(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    unseen(path);
    return {};
  }
  if (S_ISLNK(status.st_mode)) return {path};
  std::vector<std::string> found;
  if (!S_ISDIR(status.st_mode)) return found;
  for (const DiskEntry& each : folder_entries(path, unseen))
    if (each.kind == DiskEntry::Kind::link) found.push_back(path + '/' + each.path);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

void RealDisk::leave_trail(ReadTrail* trail, std::function<bool(const std::string&)> but) {
  trail_ = trail;
  off_trail_ = std::move(but);
}

ReadTrail* RealDisk::trail_of(const std::string& path) const {
  return trail_ == nullptr || off_trail_(path) ? nullptr : trail_;
}

// Without blocking: opening a pipe would wait for somebody who writes into it.
int RealDisk::opened_for_reading(const std::string& path, struct stat& status) const {
  OpenedFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  ReadTrail* trail = trail_of(path);
  if (file.number < 0 || ::fstat(file.number, &status) != 0) {
    if (errno != ENXIO) unseen(path);  // a socket
  } else if (!S_ISREG(status.st_mode)) {
    last_reason = path + ": no regular file";
  } else {
    return std::exchange(file.number, -1);
  }
  if (trail != nullptr) trail->saw_nothing_to_read(path);
  return -1;
}

std::unique_ptr<DiskFile> RealDisk::open(const std::string& path) {
  struct stat status {};
  const int opened = opened_for_reading(path, status);
  if (opened < 0) return nullptr;
  if (ReadTrail* trail = trail_of(path)) trail->saw_large_file(path, status);
  return std::make_unique<FileInPieces>(path, opened, static_cast<std::uint64_t>(status.st_size));
}

std::optional<std::string> RealDisk::read(const std::string& path) {
  struct stat status {};
  const OpenedFile file(opened_for_reading(path, status));
  if (file.number < 0) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  const auto got = read_at(path, file.number, 0, bytes);
  if (!got) return std::nullopt;
  bytes.resize(*got);
  if (ReadTrail* trail = trail_of(path)) trail->saw_file(path, status, bytes);
  return bytes;
}

std::optional<std::uint64_t> RealDisk::size(const std::string& path) {
  if (ReadTrail* trail = trail_of(path)) trail->saw_size(path);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    unseen(path);
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

bool RealDisk::write(const std::string& path, std::string_view bytes) {
  return put(opened_for_writing(path), bytes, path);
}

// In whole blocks at first: the system would have to read what stands in the rest of the last one.
bool RealDisk::write_over(const std::string& path, std::string_view bytes) {
  constexpr std::size_t block = 4096;
  std::string blocks(bytes);
  blocks.resize((bytes.size() + block - 1) / block * block);
  OpenedFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (file.number < 0) return failed(path);
  const bool is_done = written(file.number, blocks, path);
  return is_done &&
         (::ftruncate(file.number, static_cast<off_t>(bytes.size())) == 0 || failed(path)) &&
         (file.close() || failed(path));
}

bool RealDisk::add(const std::string& path, std::string_view bytes) {
  return put(opened_for_writing(path, O_APPEND), bytes, path);
}

bool RealDisk::replace(const std::string& path, std::string_view bytes) {
  const AtSignal away([&] { take_away(path); });
  return lay_beside(path, bytes) && put_in_place(path);
}

bool RealDisk::lay_beside(const std::string& path, std::string_view bytes) {
  return add_beside(path, bytes, true);
}

// The same name every time: what a killed program leaves is written over by the next.
bool RealDisk::add_beside(const std::string& path, std::string_view bytes, bool anew) {
  const std::string beside = name_beside(path);
  OpenedFile file(opened_for_writing(beside, anew ? O_TRUNC : O_APPEND));
  if (file.number < 0) return failed(beside);
  // On the disk before the name changes, or a power cut could leave an empty file under it.
  if (written(file.number, bytes, beside) && (::fsync(file.number) == 0 || failed(beside)) &&
      (file.close() || failed(beside)))
    return true;
  ::unlink(beside.c_str());
  return false;
}

bool RealDisk::put_in_place(const std::string& path) {
  if (::rename(name_beside(path).c_str(), path.c_str()) == 0) return true;
  failed(path);
  take_away(path);
  return false;
}

void RealDisk::take_away(const std::string& path) { ::unlink(name_beside(path).c_str()); }

std::vector<DiskEntry> RealDisk::inventory(const std::string& folder) {
  std::vector<DiskEntry> entries = folder_entries(folder, unseen);
  if (ReadTrail* trail = trail_of(folder)) trail->saw_folder(folder, entries);
  return entries;
}

std::optional<DiskEntry> RealDisk::entry(const std::string& path) {
  if (ReadTrail* trail = trail_of(path)) trail->saw_size(path);
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return disk_entry(path, status);
  unseen(path);
  return std::nullopt;
}

// By one without a name, which is gone when it is closed.
std::optional<std::uint32_t> RealDisk::rights_in(const std::string& folder) {
  const OpenedFile file(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode_of_files));
  struct stat status {};
  if (file.number < 0 || ::fstat(file.number, &status) != 0) return std::nullopt;
  return disk_entry({}, status).rights;
}

std::vector<std::string> RealDisk::files(const std::string& folder) {
  std::vector<std::string> found;
  // Links are not followed: nothing outside the folder may be taken in.
  for (DiskEntry& each : inventory(folder))
    if (each.kind == DiskEntry::Kind::file) found.push_back(std::move(each.path));
  std::sort(found.begin(), found.end());
  return found;
}

bool RealDisk::sync(const std::string& folder) {
  const OpenedFile handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return (handle.number >= 0 && ::syncfs(handle.number) == 0) || failed(folder);
}

std::vector<std::string> RealDisk::names(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<std::string> found;
  fs::directory_iterator each(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && each != fs::directory_iterator(); each.increment(error))
    found.push_back(each->path().filename().string());
  std::sort(found.begin(), found.end());
  if (ReadTrail* trail = trail_of(folder)) trail->saw_names(folder, found);
  return found;
}

// Who leaves a trail looks at each.
std::unordered_map<std::string, std::uint64_t> RealDisk::numbers(const std::string& folder) {
  return trail_of(folder) == nullptr ? numbers_in(folder)
                                     : std::unordered_map<std::string, std::uint64_t>();
}

std::vector<std::string> RealDisk::links(const std::string& path) {
  std::vector<std::string> found = links_at(path);
  if (ReadTrail* trail = trail_of(path)) trail->saw_links(path, found);
  return found;
}

bool RealDisk::link(const std::string& from, const std::string& to) {
  namespace fs = std::filesystem;
  const auto is_linked = [&] {
    return ::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0;
  };
  // Most folders are there already.
  if (!to.ends_with('/') && is_linked()) return true;
  std::error_code error;
  const fs::path path(to);
  fs::create_directories(path.parent_path(), error);
  if (to.ends_with('/')) return !error || failed(to);
  if (is_linked()) return true;
  fs::copy(from, path, fs::copy_options::copy_symlinks, error);
  if (!error) return true;
  last_reason = to + ": " + error.message();
  return false;
}

bool RealDisk::open_as(const std::string& from, const std::string& to) {
  struct stat status {};
  if (::stat(from.c_str(), &status) != 0) return failed(from);
  return ::chmod(to.c_str(), status.st_mode & 07777U) == 0 || failed(to);
}

bool RealDisk::close(const std::string& folder) {
  return ::chmod(folder.c_str(), S_IRWXU) == 0 || failed(folder);
}

bool RealDisk::exists(const std::string& path) {
  if (ReadTrail* trail = trail_of(path)) trail->saw_whether_it_exists(path);
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 || unseen(path);
}

bool RealDisk::remove_tree(const std::string& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (!error) return true;
  last_reason = path + ": " + error.message();
  return false;
}

bool RealDisk::exchange(const std::string& next, const std::string& live) {
  if (::renameat2(AT_FDCWD, next.c_str(), AT_FDCWD, live.c_str(), RENAME_EXCHANGE) == 0)
    return true;
  if (errno == ENOENT) return ::rename(next.c_str(), live.c_str()) == 0 || failed(live);
  if (errno != EINVAL && errno != ENOSYS) return failed(live);
  // File systems without an exchange: for a moment no site stands here, but never half of one.
  const std::string aside = next + ".old";
  if (::rename(live.c_str(), aside.c_str()) != 0) return failed(live);
  if (::rename(next.c_str(), live.c_str()) != 0) {
    failed(live);
    ::rename(aside.c_str(), live.c_str());
    return false;
  }
  return ::rename(aside.c_str(), next.c_str()) == 0 || failed(next);
}

bool RealDisk::settle_exchange(const std::string& next, const std::string& live) {
  const std::string aside = next + ".old";
  struct stat status {};
  if (::lstat(aside.c_str(), &status) != 0) return is_missing() || failed(aside);
  if (!exists(live)) return ::rename(aside.c_str(), live.c_str()) == 0 || failed(live);
  if (!exists(next)) return ::rename(aside.c_str(), next.c_str()) == 0 || failed(next);
  return remove_tree(aside);
}

std::unique_ptr<DiskLock> RealDisk::lock(const std::string& path) {
  auto held = std::make_unique<FileLock>(opened_for_writing(path));
  if (held->file.number >= 0 && ::flock(held->file.number, LOCK_EX | LOCK_NB) == 0) return held;
  failed(path);
  if (held->file.number >= 0 && errno == EWOULDBLOCK) last_reason.clear();
  return nullptr;
}

std::string RealDisk::reason() const { return last_reason; }

std::optional<DiskTrouble> RealDisk::trouble() const {
  const std::lock_guard lock(trouble_guard);
  return first_trouble;
}

void forget_trouble() {
  const std::lock_guard lock(trouble_guard);
  first_trouble.reset();
}

}  // namespace yokoten
