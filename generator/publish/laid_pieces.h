#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/hash.h"
#include "publish/manifest.h"

namespace yokoten {

/// A file that is laid down piece by piece, where one may stand already: nothing is written for as
/// long as both say the same.
class LaidPieces {
 public:
  LaidPieces(Disk& disk, std::string path);

  /// False when it could not be written; the disk says why.
  bool add(std::string_view bytes);
  /// After the last piece.
  bool end();
  /// Whether all of it stood there.
  bool stood() const { return standing_ != nullptr; }
  /// What the manifest says of it under this name. Nothing may be added after.
  ManifestEntry entry(std::string name);

 private:
  bool says_next(std::string_view bytes) const;
  bool begin_anew();

  Disk& disk_;
  std::string path_;
  std::unique_ptr<DiskFile> standing_;  ///< until the new one differs from it
  bool is_anew_ = false;
  std::uint64_t size_ = 0;
  GrowingHash hash_;
};

}  // namespace yokoten
