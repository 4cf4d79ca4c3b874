#pragma once

#include <optional>
#include <string>

#include "publish/generations.h"
#include "publish/remote.h"

namespace yokoten {

/// What this machine keeps of the sites that it brought to one remote: `live` is what stands there,
/// `previous` what stood there before, `next` what is about to be brought.
class KeptReleases {
 public:
  /// Below `site/.national.published/`, apart for each remote.
  KeptReleases(Disk& disk, const std::string& site, const std::string& remote);

  /// False while another publish to the remote runs here.
  bool lock();
  const Generations& folders() const { return folders_; }
  /// For what is made on the way.
  const std::string& scratch() const { return scratch_; }

  /// Ends what a killed publish began, by what stands at the remote.
  void settle(const PublishedRecord& standing);
  /// Whether what stands at the remote is here.
  bool has(const PublishedRecord& standing) const;
  /// Fetches what stands at the remote, brought by another machine; what `next` has too is not
  /// fetched. False where that failed: then nothing is kept.
  bool fetch(const PublishedRecord& standing, Remote& remote);
  /// `next` stands at the remote now. Of the same site as before, nothing becomes `previous`.
  bool advance();

 private:
  bool fetch_into(const std::string& folder, const PublishedRecord& standing, Remote& remote);

  Disk& disk_;
  std::string scratch_;
  Generations folders_;
  std::unique_ptr<DiskLock> lock_;
};

}  // namespace yokoten
