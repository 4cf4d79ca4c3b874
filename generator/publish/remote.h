#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/progress.h"
#include "publish/rclone.h"

namespace yokoten {

/// What a remote tells of a file without reading it.
struct RemoteFile {
  std::uint64_t bytes = 0;
  std::string hash;  ///< of the kind that the remote knows; empty where it tells none
};

using RemoteFiles = std::map<std::string, RemoteFile>;

/// A place that rclone reaches. Where something is false or empty, reason() says why.
class Remote {
 public:
  /// `scratch`: folder of this machine for lists. Steps are begun by whoever calls; what is done of
  /// them is told here.
  Remote(Disk& disk, std::string name, std::string scratch, Progress& progress)
      : disk_(disk), name_(std::move(name)), scratch_(std::move(scratch)), progress_(progress) {}

  /// Finds rclone and asks what the remote can do. Before all others.
  bool is_reached();
  /// The kind of hash that it tells: md5, sha1, sha256; empty: none, files have to be read back.
  const std::string& hash_kind() const { return hash_kind_; }

  /// All files, by path; none where there is no such folder.
  std::optional<RemoteFiles> files();
  /// The bytes of one file.
  std::optional<std::string> read(const std::string& path);
  /// SHA-256 of files by their path, read back from the remote; what is not there is left out.
  std::optional<std::map<std::string, std::string>> read_hashes(
      const std::vector<std::string>& paths);
  /// Brings files of a folder of this machine, whatever stands there.
  bool bring(const std::string& folder, const std::vector<std::string>& paths);
  /// Fetches files into a folder of this machine.
  bool fetch(const std::string& folder, const std::vector<std::string>& paths);
  bool remove(const std::vector<std::string>& paths);

  const std::string& reason() const { return reason_; }

 private:
  RcloneEnd run(const std::vector<std::string>& arguments, const RcloneWatch& watch = {});
  RcloneEnd run_on(const std::vector<std::string>& arguments, std::size_t files);
  std::string list_of(const std::vector<std::string>& paths);
  bool copy(const std::string& from, const std::string& to, const std::vector<std::string>& paths,
            const std::vector<std::string>& more);

  Disk& disk_;
  std::string name_, scratch_;
  Progress& progress_;
  std::string program_, hash_kind_, reason_;
  bool keeps_types_ = false;  ///< it serves files itself and wants to know what they are
};

}  // namespace yokoten
