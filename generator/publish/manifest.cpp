#include "publish/manifest.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json_text.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view manifest_begin = "{\n\"files\": [\n", manifest_end = "]\n}\n";

bool eat(std::string_view& bytes, std::string_view words) {
  if (!bytes.starts_with(words)) return false;
  bytes.remove_prefix(words.size());
  return true;
}

// What stands before the next quotation mark, which goes too; nothing where it has escapes.
std::optional<std::string_view> eat_text(std::string_view& bytes) {
  const std::string_view text = bytes.substr(0, bytes.find('"'));
  if (text.size() == bytes.size() || text.find('\\') != text.npos) return std::nullopt;
  bytes.remove_prefix(text.size() + 1);
  return text;
}

std::optional<ManifestEntry> eat_entry(std::string_view& bytes) {
  ManifestEntry entry;
  if (!eat(bytes, R"({"path": ")")) return std::nullopt;
  const auto path = eat_text(bytes);
  if (!path || !is_plain_path(*path) || first_invalid_utf8(*path)) return std::nullopt;
  entry.path = *path;
  if (!eat(bytes, R"(, "bytes": )")) return std::nullopt;
  const auto [end, problem] =
      std::from_chars(bytes.data(), bytes.data() + bytes.size(), entry.bytes);
  if (problem != std::errc()) return std::nullopt;
  bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()));
  if (!eat(bytes, R"(, "sha256": ")")) return std::nullopt;
  const auto hash = eat_text(bytes);
  if (!hash || !eat(bytes, "}")) return std::nullopt;
  entry.sha256 = *hash;
  return entry.sha256 ? std::optional(std::move(entry)) : std::nullopt;
}

// The entries where the bytes are just as manifest_json() writes them, which takes a tenth of what
// any JSON takes. Nothing where they may be a manifest all the same.
std::optional<std::vector<ManifestEntry>> read_as_written(std::string_view bytes) {
  std::vector<ManifestEntry> entries;
  entries.reserve(static_cast<std::size_t>(std::ranges::count(bytes, '\n')));
  if (!eat(bytes, manifest_begin)) return std::nullopt;
  for (bool more = bytes.starts_with('{'); more;) {
    auto entry = eat_entry(bytes);
    if (!entry) return std::nullopt;
    entries.push_back(std::move(*entry));
    more = eat(bytes, ",\n");
    if (!more && !eat(bytes, "\n")) return std::nullopt;
  }
  return bytes == manifest_end ? std::optional(std::move(entries)) : std::nullopt;
}

std::optional<std::vector<ManifestEntry>> read_as_json(std::string_view bytes) try {
  const auto all = nlohmann::json::parse(bytes);
  const auto& files = all.at("files");
  if (!files.is_array()) return std::nullopt;
  std::vector<ManifestEntry> entries;
  for (const auto& each : files) {
    if (!each.at("bytes").is_number_unsigned()) return std::nullopt;
    entries.push_back({each.at("path"), each.at("bytes"), each.at("sha256").get<std::string>()});
    if (!is_plain_path(entries.back().path) || !entries.back().sha256) return std::nullopt;
  }
  return entries;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
}

void append_entry(std::string& out, const ManifestEntry& entry) {
  append_json_text(out.append(R"({"path": )"), entry.path);
  out.append(R"(, "bytes": )").append(std::to_string(entry.bytes));
  out.append(R"(, "sha256": ")").append(entry.sha256.digits()).append("\"}");
}

}  // namespace

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

void sort_by_path(std::vector<ManifestEntry>& entries) {
  if (!std::ranges::is_sorted(entries, {}, &ManifestEntry::path))
    std::ranges::sort(entries, {}, &ManifestEntry::path);
}

bool hand_over_manifest(const std::vector<ManifestEntry>& sorted, const TakePiece& take) {
  std::string piece(manifest_begin);
  for (std::size_t at = 0; at < sorted.size(); ++at) {
    append_entry(piece, sorted[at]);
    piece += at + 1 < sorted.size() ? ",\n" : "\n";
    if (piece.size() < piece_size) continue;
    if (!take(piece)) return false;
    piece.clear();
  }
  return take(piece.append(manifest_end));
}

std::string manifest_json(const std::vector<ManifestEntry>& sorted) {
  std::string all;
  hand_over_manifest(sorted, [&](std::string_view piece) {
    all += piece;
    return true;
  });
  return all;
}

std::optional<std::vector<ManifestEntry>> read_manifest(std::string_view bytes) {
  auto entries = read_as_written(bytes);
  return entries ? std::move(entries) : read_as_json(bytes);
}

}  // namespace yokoten
