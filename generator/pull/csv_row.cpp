#include "pull/csv_row.h"

#include <algorithm>
#include <initializer_list>

namespace yokoten {
namespace {

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

ColumnShape shape_of_clickhouse(std::string_view type) {
  for (const std::string_view around : {"LowCardinality(", "Nullable("})
    if (type.starts_with(around) && type.ends_with(')'))
      type = type.substr(around.size(), type.size() - around.size() - 1);
  if (begins_with_any(type, {"Int", "UInt", "Float", "Decimal"}) && !type.starts_with("Interval"))
    return ColumnShape::number;
  return type.starts_with("Date") ? ColumnShape::moment : ColumnShape::text;
}

ColumnShape shape_of_postgres(std::string_view type) {
  if (type.ends_with("[]")) return ColumnShape::text;
  if (type == "smallint" || type == "integer" || type == "bigint" || type == "real" ||
      type == "double precision" || type == "numeric" || type.starts_with("numeric("))
    return ColumnShape::number;
  return type == "date" || type.starts_with("timestamp") ? ColumnShape::moment : ColumnShape::text;
}

void add_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char letter : text) {
    if (letter == '"') out += '"';
    out += letter;
  }
  out += '"';
}

void add_heading(std::string& out, std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos)
    out += text;
  else
    add_quoted(out, text);
}

}  // namespace yokoten
