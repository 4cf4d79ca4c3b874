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

namespace {

std::string toml_list(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + toml_text(text);
  return '[' + out + ']';
}

// A key that has to stand there, a whole number from 0.
std::int64_t required_count(TomlReader& reader, const char* key) {
  return reader.require(key).integer(key, 0, std::numeric_limits<std::int64_t>::max()).value_or(0);
}

AskedQuery read_asked(TomlReader& reader) {
  AskedQuery asked;
  asked.file = reader.required_text("query");
  asked.sha256 = reader.required_text("query_sha256");
  asked.parameters = reader.texts("parameters");
  asked.server = reader.text("server");
  asked.columns = reader.texts("columns");
  asked.rows = required_count(reader, "rows");
  return asked;
}

}  // namespace

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
  if (!provenance.asked) return out;
  const AskedQuery& asked = *provenance.asked;
  line("query", asked.file);
  line("query_sha256", asked.sha256);
  out += fmt::format("parameters = {}\n", toml_list(asked.parameters));
  line("server", asked.server);
  out += fmt::format("columns = {}\n", toml_list(asked.columns));
  out += fmt::format("rows = {}\n", asked.rows);
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
    out.bytes = required_count(reader, "bytes");
    out.licence = reader.text("licence");
    if (root->find("query") != nullptr) out.asked = read_asked(reader);
  }
  const bool good = !blocks(own);
  findings.insert(findings.end(), own.begin(), own.end());
  return good ? std::optional(out) : std::nullopt;
}

}  // namespace yokoten
