#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json_text.h"

namespace yokoten {

bool is_plain_path(std::string_view path) {
  if (path.empty() || path.ends_with('/')) return false;
  for (const char letter : path)
    if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f || letter == '\\') return false;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = end + 1;
  }
  return true;
}

ManifestEntry entry_of(std::string path, std::string_view bytes) {
  return {std::move(path), bytes.size(), sha256(bytes)};
}

ManifestEntry entry_of(std::string path, const Pieces& pieces) {
  GrowingHash hash;
  ManifestEntry entry{std::move(path), 0, {}};
  pieces([&](std::string_view piece) {
    hash.add(piece);
    entry.bytes += piece.size();
    return true;
  });
  entry.sha256 = hash.digits();
  return entry;
}

std::string manifest_json(std::vector<ManifestEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const ManifestEntry& a, const ManifestEntry& b) { return a.path < b.path; });
  std::string out = "{\n\"files\": [\n";
  for (std::size_t at = 0; at < entries.size(); ++at)
    out += fmt::format("{{\"path\": {}, \"bytes\": {}, \"sha256\": \"{}\"}}{}\n",
                       json_text(entries[at].path), entries[at].bytes, entries[at].sha256,
                       at + 1 < entries.size() ? "," : "");
  return out + "]\n}\n";
}

std::optional<std::vector<ManifestEntry>> read_manifest(std::string_view bytes) try {
  std::vector<ManifestEntry> entries;
  const auto all = nlohmann::json::parse(bytes);
  for (const auto& each : all.at("files"))
    entries.push_back({each.at("path"), each.at("bytes"), each.at("sha256")});
  for (const ManifestEntry& each : entries)
    if (!is_plain_path(each.path)) return std::nullopt;
  return entries;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
}

}  // namespace yokoten
