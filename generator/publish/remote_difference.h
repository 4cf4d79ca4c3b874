#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "publish/published_record.h"
#include "publish/remote.h"

namespace yokoten {

/// The files of which a remote does not hold what `folder` holds: by size, then by the hash that
/// the remote tells; where it tells none, those of `read_back` by reading them back. Empty where
/// the remote could not be read.
std::optional<std::vector<std::string>> differing_files(
    Disk& disk, const std::string& folder, const std::vector<PublishedFile>& files, Remote& remote,
    const RemoteFiles& there, const std::function<bool(const std::string&)>& read_back);

}  // namespace yokoten
