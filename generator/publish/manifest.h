#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// What the manifest says of one file.
struct ManifestEntry {
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;
};

ManifestEntry entry_of(std::string path, std::string_view bytes);

/// `manifest.json`: every file of the site but itself, by path.
std::string manifest_json(std::vector<ManifestEntry> entries);

}  // namespace yokoten
