#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace yokoten {

/// What a database was asked, and what it said of its answer (pull/databases.md).
struct AskedQuery {
  std::string file;                     ///< `queries/NAME.sql`
  std::string sha256;                   ///< of that file
  std::vector<std::string> parameters;  ///< `from = 2024-04-01`
  std::string server;                   ///< with its version: `ClickHouse 18.16.1`
  std::vector<std::string> columns;     ///< heading and type: `month Date`
  std::int64_t rows = 0;
};

/// Where a pulled file is from: `raw/NAME.source.toml` (pull/provenance.md). No secret is in it.
struct Provenance {
  std::string address;        ///< as sources.toml has it
  std::string final_address;  ///< where the bytes came from in the end
  std::string retrieved;      ///< 2026-11-20T08:30:00Z, when the bytes were taken
  std::string published;      ///< date or month, empty where nobody says
  std::string etag, last_modified, content_type;  ///< as the server said, empty for none
  std::string sha256;
  std::int64_t bytes = 0;
  std::string licence;
  std::optional<AskedQuery> asked;  ///< of a database
};

/// The path of the provenance of a file: `raw/x.csv` → `raw/x.csv.source.toml`.
std::string provenance_path(const std::string& file);

std::string to_toml(const Provenance& provenance);

/// Reads such a file strictly; empty when anything in it is wrong (findings `toml.*`).
std::optional<Provenance> read_provenance(std::string_view bytes, const std::string& file,
                                          Findings& findings);

/// `text` as a TOML string with its quotes. `text` is UTF-8.
std::string toml_text(std::string_view text);

}  // namespace yokoten
