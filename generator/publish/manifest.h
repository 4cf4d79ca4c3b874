#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_hash.h"
#include "base/pieces.h"

namespace yokoten {

/// What the manifest says of one file.
struct ManifestEntry {
  std::string path;
  std::uint64_t bytes = 0;
  FileHash sha256;
};

/// Whether a file may be called so below a folder: no way out of it, nothing that lists or programs
/// read otherwise (line ends, backslashes).
bool is_plain_path(std::string_view path);

ManifestEntry entry_of(std::string path, std::string_view bytes);
ManifestEntry entry_of(std::string path, const Pieces& pieces);

void sort_by_path(std::vector<ManifestEntry>& entries);

/// `manifest.json`: every file of the site but itself, in this order, which is that of their paths.
std::string manifest_json(const std::vector<ManifestEntry>& sorted);
/// The same piece by piece: of a hundred thousand files it has tens of megabytes. False where a
/// piece could not be taken.
bool hand_over_manifest(const std::vector<ManifestEntry>& sorted, const TakePiece& take);

/// What manifest_json() wrote; empty where the bytes are no manifest of plain paths.
std::optional<std::vector<ManifestEntry>> read_manifest(std::string_view bytes);

}  // namespace yokoten
