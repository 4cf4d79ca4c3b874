#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/source.h"
#include "pull/fault.h"

namespace yokoten {

/// How a database writes what is put into a query.
struct QueryDialect {
  bool is_clickhouse = false;  ///< backslashes escape, casts are functions
  /// A text between its quotes; empty where it can't be said.
  std::function<std::optional<std::string>(const std::string& text)> quoted;
};

/// How ClickHouse writes them.
QueryDialect clickhouse_dialect();

/// A query as it is sent.
struct FilledQuery {
  std::string text;
  std::string sha256;  ///< of the file it is from
  /// Where in the file stands what `text` has at `byte`.
  Place place_of(std::size_t byte) const;
  /// The same for a line and a byte of it, both from 1.
  Place place_of(std::size_t line, std::size_t column) const;

  std::string file, bytes;  ///< the file itself
  /// Where stretches of the file begin: in `text`, in the file.
  std::vector<std::pair<std::size_t, std::size_t>> stretches;
};

/// The file of a query as it lies there.
struct QueryFile {
  std::string path;
  std::optional<std::string> bytes;  ///< empty where it can't be read
};

/// Puts the parameters into the query that `file` holds: `{name:Type}` becomes the value. A Type is
/// Int64, Decimal, Decimal(SCALE), String, Date or List(Type). Semicolons at the end are left out.
/// What does not fit is a fault with its place (`pull.query`).
std::optional<Fault> fill_query(const SourceQuery& query, const QueryFile& file,
                                const QueryDialect& dialect, FilledQuery& filled);

}  // namespace yokoten
