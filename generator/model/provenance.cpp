#include "model/provenance.h"

#include <fmt/format.h>

#include <limits>

#include "base/text.h"
#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {

std::string provenance_path(const std::string& file) { return file + ".source.toml"; }

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\')
      out += fmt::format("\\{}", letter);
    else if (code < ' ' || code == 0x7f)
      out += fmt::format("\\u{:04X}", code);
    else
      out += letter;
  }
  return out + '"';
}

std::string to_toml(const Provenance& provenance) {
  std::string out;
  const auto line = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += fmt::format("{} = {}\n", key, toml_text(value));
  };
  line("address", provenance.address);
  line("final_address", provenance.final_address);
  line("retrieved", provenance.retrieved);
  line("published", provenance.published);
  line("etag", provenance.etag);
  line("last_modified", provenance.last_modified);
  line("content_type", provenance.content_type);
  line("sha256", provenance.sha256);
  out += fmt::format("bytes = {}\n", provenance.bytes);
  line("licence", provenance.licence);
  return out;
}

std::optional<Provenance> read_provenance(std::string_view bytes, const std::string& file,
                                          Findings& findings) {
  Findings own;
  const auto root = parse_toml(bytes, file, own);
  Provenance out;
  if (root) {
    TomlReader reader(*root, own);
    out.address = reader.required_text("address");
    out.final_address = reader.text("final_address");
    out.retrieved = reader.required_text("retrieved");
    out.published = reader.moment("published");
    out.etag = reader.text("etag");
    out.last_modified = reader.text("last_modified");
    out.content_type = reader.text("content_type");
    out.sha256 = reader.required_text("sha256");
    out.bytes = reader.require("bytes")
                    .integer("bytes", 0, std::numeric_limits<std::int64_t>::max())
                    .value_or(0);
    out.licence = reader.text("licence");
  }
  const bool good = !blocks(own);
  findings.insert(findings.end(), own.begin(), own.end());
  return good ? std::optional(out) : std::nullopt;
}

}  // namespace yokoten
