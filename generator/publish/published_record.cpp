#include "publish/published_record.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "base/json_text.h"

namespace yokoten {
namespace {

constexpr std::array<const char*, 4> standing_words = {"site", "packed", "kept", "coming"};

const char* word_of(Standing standing) {
  return standing_words[static_cast<std::size_t>(standing)];
}

Standing standing_of(const std::string& word) {
  const auto at = std::find(standing_words.begin(), standing_words.end(), word);
  return at == standing_words.end() ? Standing::coming
                                    : static_cast<Standing>(at - standing_words.begin());
}

std::string line_of(const PublishedFile& file) {
  return fmt::format(R"({{"path": {}, "bytes": {}, "sha256": "{}", "standing": "{}"}})",
                     json_text(file.entry.path), file.entry.bytes, file.entry.sha256.digits(),
                     word_of(file.standing));
}

}  // namespace

std::string record_json(const PublishedRecord& record) {
  std::string out = fmt::format(
      "{{\n\"generation\": {},\n\"site\": {},\n\"title\": {},\n\"as_of\": {},\n\"coming\": {},\n"
      "\"goes_back\": {},\n\"files\": [\n",
      record.generation, json_text(record.site), json_text(record.title), json_text(record.as_of),
      json_text(record.coming), record.goes_back);
  for (std::size_t at = 0; at < record.files.size(); ++at)
    out += line_of(record.files[at]) + (at + 1 < record.files.size() ? ",\n" : "\n");
  return out + "]\n}\n";
}

std::optional<PublishedRecord> read_record(std::string_view bytes) try {
  const auto all = nlohmann::json::parse(bytes);
  PublishedRecord record{.generation = all.at("generation"),
                         .site = all.at("site"),
                         .title = all.at("title"),
                         .as_of = all.at("as_of"),
                         .files = {},
                         .coming = all.at("coming"),
                         .goes_back = all.at("goes_back")};
  for (const auto& each : all.at("files")) {
    PublishedFile file{{each.at("path"), each.at("bytes"), each.at("sha256").get<std::string>()},
                       standing_of(each.at("standing"))};
    if (!is_plain_path(file.entry.path) || !file.entry.sha256) return std::nullopt;
    record.files.push_back(std::move(file));
  }
  return record;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
}

PublishedFile manifest_file(std::string_view manifest) {
  return {entry_of("manifest.json", manifest), Standing::site};
}

std::optional<PublishedRecord> record_of_manifest(std::string_view manifest) {
  auto entries = read_manifest(manifest);
  if (!entries) return std::nullopt;
  PublishedRecord record{.site = sha256(manifest), .files = {manifest_file(manifest)}};
  for (ManifestEntry& each : *entries) record.files.push_back({std::move(each), Standing::site});
  return record;
}

bool is_named_by_contents(const std::string& path) {
  return path.starts_with("assets/") || path.starts_with("share/") ||
         path.find("/share/") != std::string::npos;
}

std::vector<PublishedFile> kept_files(const PublishedRecord& standing,
                                      const PublishedRecord& next) {
  std::set<std::string> there;
  for (const PublishedFile& each : next.files) there.insert(each.entry.path);
  const bool same = standing.site == next.site;
  std::vector<PublishedFile> kept;
  for (const PublishedFile& each : standing.files) {
    const bool stays =
        same ? each.standing == Standing::kept
             : (each.standing == Standing::site || each.standing == Standing::packed) &&
                   is_named_by_contents(each.entry.path);
    if (stays && !there.contains(each.entry.path)) kept.push_back({each.entry, Standing::kept});
  }
  return kept;
}

}  // namespace yokoten
