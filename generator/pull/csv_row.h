#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// How a type of a column stands in the raw file.
enum class ColumnShape {
  number,  ///< without quotes
  moment,  ///< a day or a time, without quotes
  text,    ///< in quotes, so that NULL, which has none, is told from an empty text
};

/// What a type of ClickHouse (`Nullable(Decimal(18, 2))`) is.
ColumnShape shape_of_clickhouse(std::string_view type);

/// What a type of PostgreSQL (`character varying(20)`) is.
ColumnShape shape_of_postgres(std::string_view type);

/// Appends `text` in quotes.
void add_quoted(std::string& out, std::string_view text);

/// Appends a heading: in quotes only where it has to be, as PostgreSQL writes it.
void add_heading(std::string& out, std::string_view text);

}  // namespace yokoten
