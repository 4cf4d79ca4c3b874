#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/json_text.h"
#include "base/text.h"

namespace yokoten {
namespace {

constexpr std::string_view manifest_begin = "{\n\"files\": [\n", manifest_end = "]\n}\n";

/// Goes through the bytes of a manifest, of which a large site has megabytes. What it does not know
/// is passed over; what is not as manifest_json() writes it ends the walk.
class ManifestWalk final : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::vector<ManifestEntry> entries;

  bool is_whole() const { return has_files_; }

  bool key(string_t& name) override {
    if (depth_ == 1) is_files_ = name == "files";
    field_ = !in_entry()        ? Field::other
             : name == "path"   ? Field::path
             : name == "bytes"  ? Field::bytes
             : name == "sha256" ? Field::sha256
                                : Field::other;
    return true;
  }
  bool string(string_t& text) override {
    if (!in_entry()) return is_outside();
    if (field_ == Field::bytes) return false;
    if (field_ == Field::path && !is_plain_path(text)) return false;
    if (field_ == Field::path) entries.back().path = std::move(text);
    if (field_ == Field::sha256) entries.back().sha256 = std::move(text);
    return know();
  }
  bool number_unsigned(number_unsigned_t number) override {
    if (!in_entry() || field_ != Field::bytes) return other();
    entries.back().bytes = number;
    return know();
  }
  bool number_integer(number_integer_t /*number*/) override { return other(); }
  bool number_float(number_float_t /*number*/, const string_t& /*text*/) override {
    return other();
  }
  bool null() override { return other(); }
  bool boolean(bool /*truth*/) override { return other(); }
  bool binary(binary_t& /*bytes*/) override { return other(); }

  bool start_object(std::size_t /*size*/) override {
    const bool is_entry = depth_ == files_depth && is_files_;
    if (!is_entry && !other()) return false;
    ++depth_;
    if (is_entry) {
      entries.emplace_back();
      known_ = 0;
    }
    return true;
  }
  bool end_object() override {
    const bool is_good = !in_entry() || known_ == all_fields;
    --depth_;
    return is_good;
  }
  bool start_array(std::size_t /*size*/) override {
    if (depth_ == 1 && is_files_)
      has_files_ = true;
    else if (!other())
      return false;
    ++depth_;
    return true;
  }
  bool end_array() override {
    --depth_;
    return true;
  }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::json::exception& /*what*/) override {
    return false;
  }

 private:
  enum class Field { other, path = 1, bytes = 2, sha256 = 4 };
  static constexpr int files_depth = 2, all_fields = 7;

  bool in_entry() const { return is_files_ && depth_ == files_depth + 1; }
  // Values may stand anywhere but in place of the list of files, an entry, or what an entry has.
  bool is_outside() const { return !is_files_ || depth_ > files_depth + 1; }
  bool other() const { return in_entry() ? field_ == Field::other : is_outside(); }
  bool know() {
    known_ |= static_cast<int>(field_);
    return true;
  }

  int depth_ = 0, known_ = 0;
  bool is_files_ = false;  // below the key of the list
  bool has_files_ = false;
  Field field_ = Field::other;
};

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
  if (!hash || hash->find_first_not_of("0123456789abcdef") != hash->npos || !eat(bytes, "}"))
    return std::nullopt;
  entry.sha256 = *hash;
  return entry;
}

// The entries where the bytes are just as manifest_json() writes them, which takes a tenth of what
// any JSON takes. Nothing where they may be a manifest all the same.
std::optional<std::vector<ManifestEntry>> read_as_written(std::string_view bytes) {
  std::vector<ManifestEntry> entries;
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

std::string manifest_json(std::vector<ManifestEntry> entries) {
  sort_by_path(entries);
  std::string out(manifest_begin);
  for (std::size_t at = 0; at < entries.size(); ++at)
    out += fmt::format("{{\"path\": {}, \"bytes\": {}, \"sha256\": \"{}\"}}{}\n",
                       json_text(entries[at].path), entries[at].bytes, entries[at].sha256,
                       at + 1 < entries.size() ? "," : "");
  return out.append(manifest_end);
}

std::optional<std::vector<ManifestEntry>> read_manifest(std::string_view bytes) {
  if (auto entries = read_as_written(bytes)) return entries;
  ManifestWalk walk;
  if (!nlohmann::json::sax_parse(bytes, &walk) || !walk.is_whole()) return std::nullopt;
  return std::move(walk.entries);
}

}  // namespace yokoten
