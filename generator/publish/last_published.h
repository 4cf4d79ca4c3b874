#pragma once

#include <optional>
#include <string>

#include "base/disk.h"
#include "publish/release.h"

namespace yokoten {

/// `site/tottori.published.json` of `site/tottori`: the record of what was published from there
/// last, which a later build does not replace.
std::string published_file(const std::string& site);

/// Keeps the record of the site, which was just published, under that name. False when it can't be
/// written; reason() of the disk says why.
bool keep_published_record(Disk& disk, const std::string& site);

/// The record of the build with this hash: beside the site itself, or as what was published last.
/// Empty where neither is that of this build.
std::optional<BuildRecord> record_with_hash(Disk& disk, const std::string& site,
                                            const std::string& hash);

}  // namespace yokoten
