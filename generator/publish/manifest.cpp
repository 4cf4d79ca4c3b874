#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json_text.h"

namespace yokoten {

ManifestEntry entry_of(std::string path, std::string_view bytes) {
  return {std::move(path), bytes.size(), sha256(bytes)};
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
  return entries;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
}

}  // namespace yokoten
