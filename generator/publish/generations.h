#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/disk.h"
#include "publish/outgoing_files.h"
#include "publish/published_record.h"

namespace yokoten {

/// The folders of a published site: what stands, what stood before it, and what is being made.
struct Generations {
  std::string live, previous, next;
};

/// What the record of a folder tells; of one without a record its manifest. Empty for a folder that
/// this program did not make.
std::optional<PublishedRecord> record_at(Disk& disk, const std::string& folder);

/// Makes `next` stand, in one step, and keeps what stood before as `previous`, closed to others; of
/// the same site, `previous` stays what it was.
/// False, with reason() of the disk, where nothing was changed.
bool advance(Disk& disk, const Generations& generations);

/// Ends an advance() that was killed between its steps, and clears away what it or a publishing
/// that was killed left. False, with reason() of the disk, where that failed.
bool settle(Disk& disk, const Generations& generations);

/// The first file of the site that is not there as the record tells; empty where all are.
std::string broken_file(Disk& disk, const std::string& folder, const PublishedRecord& record);

/// A tree being written by several threads, and its record.
class PublishedTree {
 public:
  PublishedTree(Disk& disk, std::string folder) : disk_(disk), folder_(std::move(folder)) {}

  /// Writes a file that is given out.
  bool take(const PublishedFile& file, std::string_view bytes);
  /// Takes over all that the site of `record` consists of from the tree `from`.
  bool take_site(const std::string& from, const PublishedRecord& record);
  /// Takes over one more file; of no tree of ours where `file` is empty.
  bool take_over(const std::string& from, const std::string& path);
  /// Writes the record: from then on the tree is whole.
  bool finish(PublishedRecord record);
  /// What was taken, by path.
  const std::vector<PublishedFile>& files();
  std::string reason() const { return reason_; }

 private:
  bool noted(bool good);

  Disk& disk_;
  std::string folder_, reason_;
  std::mutex guard_;
  std::vector<PublishedFile> files_;
};

}  // namespace yokoten
