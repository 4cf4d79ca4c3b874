#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/read_trail.h"
#include "model/finding.h"
#include "pipeline.h"

namespace yokoten {

/// What came of a build of which nothing has changed since.
struct KnownBuild {
  BuildReport report;
  Findings findings;  ///< without notes
  std::size_t notes = 0;
};

/// What a build looked at and what came of it, kept beside the site (`.NAME.yokoten-read`): the
/// next one has nothing to do where all of it is as it was, the program and the site included.
class LastBuild {
 public:
  explicit LastBuild(const BuildRequest& request);

  /// Empty where something has changed, nothing is known, or somebody is building there.
  std::optional<KnownBuild> known() const;
  /// Whether all that the last build looked at is as it was, but for these files.
  bool stands_besides(const std::set<std::string>& files) const;
  /// Where a build leaves what the next one knows its pages by.
  std::string pages_file() const;
  /// Keeps a build that ended well; `findings` as they were told. What can't be kept is no fault:
  /// the next build then does its work again.
  void keep(const ReadTrail& trail, const BuildReport& report, const Findings& findings) const;

  /// Whether a build makes the path; it is not made from it then.
  bool is_made(const std::string& path) const;

 private:
  std::string who_builds_what() const;

  const BuildRequest& request_;
  std::string live_, file_;
};

}  // namespace yokoten
