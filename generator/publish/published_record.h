#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/manifest.h"

namespace yokoten {

/// Why a file of ours stands at a target.
enum class Standing : std::uint8_t {
  site,    ///< the site has it
  packed,  ///< beside a file of the site: the same, compressed, or what tells a host of headers
  kept,    ///< the site before this one had it, and pages that readers have open still ask for it
  coming,  ///< it is being brought; only while a publishing has not ended
};

struct PublishedFile {
  ManifestEntry entry;
  Standing standing = Standing::site;
};

/// What this program has put at a target, told there by the file `record_name`: only what stands in
/// it is ever replaced or removed.
struct PublishedRecord {
  std::uint64_t generation = 0;  ///< counts up with each publishing and each way back
  std::string site;              ///< SHA-256 of the manifest of what stands there; empty: nothing
  std::string title, as_of;
  std::vector<PublishedFile> files;  ///< all of ours but the record itself, by path
  std::string coming;      ///< the same of what is being brought; empty: nothing is under way
  bool goes_back = false;  ///< what is under way is a way back
};

inline constexpr const char* record_name = ".yokoten-published.json";

std::string record_json(const PublishedRecord& record);

/// Empty where the bytes are no record, or name a file that no target could have.
std::optional<PublishedRecord> read_record(std::string_view bytes);

/// What a folder without a record tells of itself by its manifest.json: a site as it was built.
std::optional<PublishedRecord> record_of_manifest(std::string_view manifest);

/// The entry of manifest.json itself, which no manifest has.
PublishedFile manifest_file(std::string_view manifest);

/// Whether the name of a file follows from its contents, so that pages may ask for it when the next
/// site stands: `assets/style.0123abcd.css`, `share/0123.png`.
bool is_named_by_contents(const std::string& path);

/// What of the files that stand at a target stays for one generation when `next` takes its place:
/// of another site what is_named_by_contents(), of the same site what was kept already.
std::vector<PublishedFile> kept_files(const PublishedRecord& standing, const PublishedRecord& next);

}  // namespace yokoten
