#include "model/pull_lock.h"

#include <fmt/format.h>

#include <utility>

#include "base/file_hash.h"
#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

PullLock read_pins(const TomlNode& root, Findings& findings) {
  PullLock lock;
  TomlReader reader(root, findings);
  for (const TomlNode& item : reader.items("sha256", TomlNode::Kind::table)) {
    lock[item.key] = item_text(item, findings);
    if (!FileHash(lock[item.key]))
      report_error(
          findings, item.place, "source.hash",
          {"sha256は小文字の16進64桁です", "sha256 has 64 hexadecimal digits in lower case"});
  }
  return lock;  // the end of the reader reports keys that nobody asked for
}

}  // namespace

std::optional<PullLock> read_lock(std::string_view bytes, const std::string& file,
                                  Findings& findings) {
  const std::size_t before = findings.size();
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return std::nullopt;
  PullLock lock = read_pins(*root, findings);
  return findings.size() == before ? std::optional(std::move(lock)) : std::nullopt;
}

std::string to_toml(const PullLock& lock) {
  std::string out = "[sha256]\n";
  for (const auto& [id, hash] : lock) out += fmt::format("{} = \"{}\"\n", id, hash);
  return out;
}

}  // namespace yokoten
