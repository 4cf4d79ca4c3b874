#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/place.h"

struct stat;

namespace yokoten {

/// Held while it lives; the system lets go of it when the process ends, however that happens.
class DiskLock {
 public:
  DiskLock() = default;
  DiskLock(const DiskLock&) = delete;
  DiskLock& operator=(const DiskLock&) = delete;
  virtual ~DiskLock() = default;
};

/// What lies in a folder and is no folder with contents.
struct DiskEntry {
  enum class Kind { file, link, empty_folder, other };  ///< a symbolic link; other: a pipe, …
  std::string path;                                     ///< below the folder that was asked for
  std::uint64_t bytes = 0;
  std::int64_t changed = 0;  ///< when contents, rights or links last changed; nanoseconds
  Kind kind = Kind::file;
  std::uint64_t names = 1;   ///< hard links
  std::uint64_t number = 0;  ///< the same for all names of a file
  std::uint32_t rights = 0;  ///< who may read, write and run it, as the system counts that
};

/// Which files have all their names in a folder, so that nobody writes to them by another.
class OwnNames {
 public:
  /// `found`: all that lies below the folder.
  explicit OwnNames(const std::vector<DiskEntry>& found);
  bool are_all(const DiskEntry& file) const { return of(file) == file.names; }
  /// How many of its names.
  std::uint64_t of(const DiskEntry& file) const {
    return file.names == 1 ? 1 : inside_.at(file.number);
  }

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> inside_;  // by file, of those with several names
};

/// Something that stands there and could not be read.
struct DiskTrouble {
  std::string path, reason;
};

/// A file that is read in pieces. Several threads may read at once.
class DiskFile {
 public:
  DiskFile() = default;
  DiskFile(const DiskFile&) = delete;
  DiskFile& operator=(const DiskFile&) = delete;
  virtual ~DiskFile() = default;
  virtual std::uint64_t size() const = 0;
  /// Fills `into` with what stands from `from` on and says how many bytes that were: fewer than
  /// there is room for only at the file's end. Nothing when it failed.
  virtual std::optional<std::size_t> read(std::uint64_t from, std::span<char> into) const = 0;
};

/// The one door to the files. Tests pass one in memory, or one that fails on demand.
class Disk {
 public:
  virtual ~Disk() = default;

  /// The bytes of a file; empty when it can't be read (missing, a folder, no permission).
  virtual std::optional<std::string> read(const std::string& path) = 0;
  /// The same file in pieces, for what should not be held in memory; nullptr where read() would
  /// give nothing.
  virtual std::unique_ptr<DiskFile> open(const std::string& path);
  /// How many bytes read() would give, without reading them.
  virtual std::optional<std::uint64_t> size(const std::string& path) = 0;
  /// Writes a whole file and makes its folders. False when that failed; reason() says why.
  virtual bool write(const std::string& path, std::string_view bytes) = 0;
  /// As write(), into the room of a file that stands, which is far less work for a disk than giving
  /// that back and taking it anew. Until it is done, and until sync(), the file may hold some of
  /// both.
  virtual bool write_over(const std::string& path, std::string_view bytes);
  /// Adds to the end of a file that write() began.
  virtual bool add(const std::string& path, std::string_view bytes) = 0;
  /// As write(), in one step: whoever reads finds the whole old file or the whole new one.
  virtual bool replace(const std::string& path, std::string_view bytes) = 0;
  /// The first half of replace(): lays the bytes beside the file, where the next one to the same
  /// path writes over them.
  virtual bool lay_beside(const std::string& path, std::string_view bytes) = 0;
  /// The same in pieces, for what should not be held in memory: adds to what lies beside, or, with
  /// `anew`, begins it.
  virtual bool add_beside(const std::string& path, std::string_view bytes, bool anew) = 0;
  /// The second half: what lies beside becomes the file, in one step.
  virtual bool put_in_place(const std::string& path) = 0;
  /// Instead of the second half: the file stays, and nothing lies beside it any more.
  virtual void take_away(const std::string& path) = 0;
  /// Paths of all files below `folder`, relative to it, sorted by bytes. Empty when there are none.
  virtual std::vector<std::string> files(const std::string& folder) = 0;
  /// Names of all that lies in `folder` itself, sorted by bytes. Empty when there is none.
  virtual std::vector<std::string> names(const std::string& folder);
  /// DiskEntry::number of what lies in `folder` itself, by name, as far as the disk tells them
  /// without a look at each.
  virtual std::unordered_map<std::string, std::uint64_t> numbers(const std::string& folder);
  /// All that lies below `folder`, in no order. Links are not followed.
  virtual std::vector<DiskEntry> inventory(const std::string& folder) = 0;
  /// What stands at `path` itself, which is the path that it is told with; empty for nothing.
  virtual std::optional<DiskEntry> entry(const std::string& path);
  /// The rights of a file that is made in the folder now; empty where nobody can tell.
  virtual std::optional<std::uint32_t> rights_in(const std::string& folder);
  /// Has what was written reach the medium that `folder` lies on.
  virtual bool sync(const std::string& folder) = 0;
  /// Paths of all that lies below `folder`: links too, and folders that are empty, those with a
  /// slash at their end.
  std::vector<std::string> entries(const std::string& folder);
  /// Paths of symbolic links at or below `path`, `path` included in them, sorted by bytes; what
  /// they lead to is not looked into. None where the disk has no links.
  virtual std::vector<std::string> links(const std::string& path) = 0;
  virtual bool exists(const std::string& path) = 0;
  virtual bool remove_tree(const std::string& path) = 0;
  /// Gives one of entries() a second name, and makes the folders of that; a copy where the file
  /// system can't. Neither name may be written through afterwards.
  virtual bool link(const std::string& from, const std::string& to);
  /// Gives the folder `to` the permissions of the folder `from`.
  virtual bool open_as(const std::string& from, const std::string& to);
  /// Closes a folder to everybody but its owner.
  virtual bool close(const std::string& folder);
  /// Makes `next` stand where `live` stands, in one step where the system can; `live` may be
  /// absent.
  virtual bool exchange(const std::string& next, const std::string& live) = 0;
  /// A lock on the file `path`, which is made and stays; nullptr when somebody else holds it, where
  /// reason() is then empty, or when the file can't be made.
  virtual std::unique_ptr<DiskLock> lock(const std::string& path) = 0;
  /// Ends an exchange() of the two that was killed in between, where the system has no single step.
  /// False when that failed.
  virtual bool settle_exchange(const std::string& next, const std::string& live);
  /// What the last failure was, in the system's words.
  virtual std::string reason() const = 0;
  /// The first thing that could not be read, listed or looked at, though nothing says that it is
  /// not there. To those who asked it seemed to be missing; so whoever is about to let something
  /// stand that was made from what was read has to ask for this first.
  virtual std::optional<DiskTrouble> trouble() const { return std::nullopt; }
};

/// Bytes that are held anyway, read as a file is; they must outlive it.
std::unique_ptr<DiskFile> file_of(std::string_view bytes);

class ReadTrail;

/// The machine's file system.
class RealDisk final : public Disk {
 public:
  /// From here on all that is looked at is noted in `trail`, but for paths of which `but` is true.
  void leave_trail(ReadTrail* trail, std::function<bool(const std::string&)> but);

  std::optional<std::string> read(const std::string& path) override;
  std::unique_ptr<DiskFile> open(const std::string& path) override;
  std::optional<std::uint64_t> size(const std::string& path) override;
  bool write(const std::string& path, std::string_view bytes) override;
  bool write_over(const std::string& path, std::string_view bytes) override;
  bool add(const std::string& path, std::string_view bytes) override;
  bool replace(const std::string& path, std::string_view bytes) override;
  bool lay_beside(const std::string& path, std::string_view bytes) override;
  bool add_beside(const std::string& path, std::string_view bytes, bool anew) override;
  bool put_in_place(const std::string& path) override;
  void take_away(const std::string& path) override;
  std::vector<std::string> files(const std::string& folder) override;
  std::vector<std::string> names(const std::string& folder) override;
  std::unordered_map<std::string, std::uint64_t> numbers(const std::string& folder) override;
  std::vector<DiskEntry> inventory(const std::string& folder) override;
  std::optional<DiskEntry> entry(const std::string& path) override;
  std::optional<std::uint32_t> rights_in(const std::string& folder) override;
  bool sync(const std::string& folder) override;
  std::vector<std::string> links(const std::string& path) override;
  bool exists(const std::string& path) override;
  bool remove_tree(const std::string& path) override;
  bool link(const std::string& from, const std::string& to) override;
  bool open_as(const std::string& from, const std::string& to) override;
  bool close(const std::string& folder) override;
  bool exchange(const std::string& next, const std::string& live) override;
  bool settle_exchange(const std::string& next, const std::string& live) override;
  std::unique_ptr<DiskLock> lock(const std::string& path) override;
  std::string reason() const override;
  /// Of all disks of this kind: they are one.
  std::optional<DiskTrouble> trouble() const override;

 private:
  ReadTrail* trail_of(const std::string& path) const;
  int opened_for_reading(const std::string& path, struct stat& status) const;

  ReadTrail* trail_ = nullptr;
  std::function<bool(const std::string&)> off_trail_;
};

/// Files in a map, for tests. `fail_after` writes, every further one fails (-1: never).
class MemoryDisk final : public Disk {
 public:
  std::map<std::string, std::string> tree;
  int fail_after = -1;
  bool fails_to_sync = false;
  std::vector<std::string> steps;  ///< `sync FOLDER` and `exchange LIVE`, as they were done

  int written() const { return writes_; }
  std::optional<std::string> read(const std::string& path) override;
  std::optional<std::uint64_t> size(const std::string& path) override;
  bool write(const std::string& path, std::string_view bytes) override;
  bool add(const std::string& path, std::string_view bytes) override;
  bool replace(const std::string& path, std::string_view bytes) override;
  bool lay_beside(const std::string& path, std::string_view bytes) override;
  bool add_beside(const std::string& path, std::string_view bytes, bool anew) override;
  bool put_in_place(const std::string& path) override;
  void take_away(const std::string& path) override;
  std::vector<std::string> files(const std::string& folder) override;
  std::vector<DiskEntry> inventory(const std::string& folder) override;
  std::vector<std::string> links(const std::string&) override { return {}; }
  bool exists(const std::string& path) override;
  bool remove_tree(const std::string& path) override;
  bool sync(const std::string& folder) override;
  bool exchange(const std::string& next, const std::string& live) override;
  std::unique_ptr<DiskLock> lock(const std::string& path) override;
  std::string reason() const override { return reason_; }

 private:
  int writes_ = 0;
  std::set<std::string> locked_;
  std::string reason_ = "no space left";
};

}  // namespace yokoten
