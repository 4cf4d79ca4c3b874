#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace yokoten {

/// A piece of a query: code, or what a database does not read as such.
struct QueryPiece {
  enum class Kind { code, quoted, comment };
  Kind kind = Kind::code;
  std::size_t begin = 0, end = 0;
};

/// Takes a query apart: texts in '…', names in "…" and `…`, comments behind -- and in /* … */, and
/// the dollar quotes of PostgreSQL. `has_escapes`: a backslash takes the next letter (ClickHouse).
std::vector<QueryPiece> query_pieces(std::string_view text, bool has_escapes);

}  // namespace yokoten
