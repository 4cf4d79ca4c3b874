#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>

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

}  // namespace yokoten
