#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/disk.h"

namespace yokoten {

/// When the file was changed last, in ns since 1970.
std::int64_t changed_at(const struct stat& status);

/// What is told of what has this status and lies under this path.
DiskEntry disk_entry(std::string path, const struct stat& status);

/// The numbers of what lies in a folder of this machine itself, by name, as the folder tells them.
std::unordered_map<std::string, std::uint64_t> numbers_in(const std::string& folder);

/// What lies below a folder of this machine; empty where there is no such folder. Each folder is
/// opened from the one that holds it, so that long paths are not looked up anew for every file, but
/// for those of the second level, among which threads share the rest.
/// `failed` is told of what can't be looked at or into, with the reason in errno, on any thread.
std::vector<DiskEntry> folder_entries(const std::string& folder,
                                      const std::function<void(const std::string&)>& failed);

}  // namespace yokoten
