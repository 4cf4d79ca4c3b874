#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pull/query.h"

namespace yokoten {

/// The type that a place in a query asks for.
struct QueryType {
  QueryParameter::Kind kind = QueryParameter::Kind::text;
  bool is_list = false;
  std::optional<int> scale;  ///< of decimals; none: that of the values
};

/// What `Int64`, `Decimal(2)`, `List(String)` … means; empty for other words.
std::optional<QueryType> query_type(std::string_view word);

/// The parameter as the database reads it; empty when its values are not of this type.
std::optional<std::string> written_value(const QueryParameter& parameter, const QueryType& type,
                                         const QueryDialect& dialect);

}  // namespace yokoten
