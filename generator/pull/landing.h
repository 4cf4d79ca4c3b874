#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/disk.h"
#include "model/finding.h"
#include "model/provenance.h"
#include "model/pull_lock.h"
#include "model/source.h"
#include "pull/arrivals.h"
#include "pull/errand.h"
#include "pull/pull.h"

namespace yokoten {

/// The file of a source as it is here.
struct StandingFile {
  bool exists = false;
  std::int64_t bytes = 0;
  std::string sha256;
  std::optional<Provenance> provenance;  ///< as read; may be of another file
  /// The provenance is of this file and of this address.
  bool is_sound(const Source& source) const;
};

/// Looks at the file of a source. A provenance that can't be read is a warning.
StandingFile standing_file(Disk& disk, const std::string& folder, const Source& source,
                           Findings& findings);

/// Brings what came towards `raw/`: compares it with the file here and with the lock, gives both
/// files to `arrivals` unless `options` say not to, reports what went wrong.
class Landing {
 public:
  Landing(const PullOptions& options, PullWorld& world, PullLock& lock, Arrivals& arrivals,
          Findings& findings)
      : options_(options), world_(world), lock_(lock), arrivals_(arrivals), findings_(findings) {}

  Pulled land(const Source& source, const StandingFile& standing, Catch caught);

 private:
  Pulled landed(const Source& source, const StandingFile& standing, Catch caught);
  Pulled keep(const Source& source, const StandingFile& standing, const Fault& fault,
              bool is_refused);
  void describe(const Source& source, const StandingFile& standing, const Catch& caught,
                const Pulled& pulled);
  Fault disk_fault() const;
  bool fits_lock(const Source& source, const std::string& hash) const;
  bool is_pinned(const Source& source, const std::string& hash) const;
  std::optional<Fault> shrinkage(const Source& source, const StandingFile& standing,
                                 const std::string& bytes) const;
  void pin(const Source& source, const std::string& hash);
  Message age(const Source& source, const StandingFile& standing) const;

  const PullOptions& options_;
  PullWorld& world_;
  PullLock& lock_;
  Arrivals& arrivals_;
  Findings& findings_;
};

}  // namespace yokoten
