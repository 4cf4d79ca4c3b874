#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/progress.h"
#include "model/finding.h"
#include "publish/built_site.h"
#include "publish/published_record.h"

namespace yokoten {

/// What goes out besides the files of the site.
struct PublishExtras {
  bool gzip = false, brotli = false;   ///< NAME.gz, NAME.br beside texts that get smaller by it
  std::string headers;                 ///< rules of `_headers` for any site; empty: none
  std::optional<Approval> approval{};  ///< that the site must have; empty: none is asked for
};

/// Takes one file; false stops the rest. Several threads call it at once.
using TakeFile = std::function<bool(const PublishedFile& file, std::string_view bytes)>;

/// Gives all files of a site that go out to `take`, in no order, manifest.json too. False when it
/// was stopped, or, with a finding (publish.changed), where the site is not as it was built.
bool give_files(const BuiltSite& site, const PublishExtras& extras, const TakeFile& take,
                Findings& findings, Progress& progress);

}  // namespace yokoten
