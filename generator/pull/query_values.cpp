#include "pull/query_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/period.h"

namespace yokoten {
namespace {

using ValueKind = QueryParameter::Kind;

constexpr int most_digits = 38;  // of a decimal of ClickHouse

std::optional<ValueKind> kind_named(std::string_view word) {
  if (word == "Int64") return ValueKind::integer;
  if (word == "Decimal") return ValueKind::decimal;
  if (word == "String") return ValueKind::text;
  if (word == "Date") return ValueKind::date;
  return std::nullopt;
}

std::string_view without_sign(std::string_view number) {
  if (number.starts_with('-') || number.starts_with('+')) number.remove_prefix(1);
  return number;
}

// -1.50: digits, and more of them behind a point.
bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const auto point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = text.substr(std::min(point + 1, text.size()));
  const auto digits = [](std::string_view each) {
    return !each.empty() && each.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(whole) && (point == text.size() || digits(part)) &&
         whole.size() + part.size() <= most_digits;
}

int scale_of(std::string_view number) {
  const auto point = number.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(number.size() - point - 1);
}

bool fits(const std::string& value, ValueKind from, const QueryType& type) {
  switch (type.kind) {
    case ValueKind::integer:
      return from == ValueKind::integer;
    case ValueKind::decimal:  // a text holds more digits than a number of TOML
      return from != ValueKind::date && is_decimal(value) &&
             (!type.scale || scale_of(value) <= *type.scale);
    case ValueKind::text:
      return from == ValueKind::text && !first_invalid_utf8(value);
    case ValueKind::date:
      return value.size() == 10 && parse_date(value).has_value() &&
             (from == ValueKind::date || from == ValueKind::text);
  }
  return false;
}

// A minus that follows another would begin a comment.
std::string in_brackets(const std::string& number) {
  return number.starts_with('-') ? '(' + number + ')' : number;
}

std::string decimal_value(const std::string& value, int scale, bool is_clickhouse) {
  if (!is_clickhouse) return fmt::format("CAST('{}' AS numeric)", value);
  const bool is_long = without_sign(value).size() + static_cast<std::size_t>(scale) > 18;
  return fmt::format("CAST('{}' AS Decimal({}, {}))", value, is_long ? 38 : 18, scale);
}

std::optional<std::string> one_value(const std::string& value, const QueryType& type, int scale,
                                     const QueryDialect& dialect) {
  switch (type.kind) {
    case ValueKind::integer:
      return in_brackets(value);
    case ValueKind::decimal:
      return decimal_value(value, scale, dialect.is_clickhouse);
    case ValueKind::date:
      return fmt::format("{}('{}')", dialect.is_clickhouse ? "toDate" : "date", value);
    case ValueKind::text:
      return dialect.quoted(value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<QueryType> query_type(std::string_view word) {
  constexpr std::string_view list = "List(";
  QueryType type;
  type.is_list = word.starts_with(list) && word.ends_with(')');
  if (type.is_list) word = word.substr(list.size(), word.size() - list.size() - 1);
  const auto bracket = word.find('(');
  if (bracket != std::string_view::npos && word.ends_with(')')) {
    const std::string_view digits = word.substr(bracket + 1, word.size() - bracket - 2);
    int scale = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), scale);
    const bool is_number = error == std::errc() && end == digits.data() + digits.size();
    if (!is_number || scale < 0 || scale > most_digits) return std::nullopt;
    type.scale = scale;
    word = word.substr(0, bracket);
  }
  const auto kind = kind_named(word);
  if (!kind || (type.scale && *kind != ValueKind::decimal)) return std::nullopt;
  type.kind = *kind;
  return type;
}

std::optional<std::string> written_value(const QueryParameter& parameter, const QueryType& type,
                                         const QueryDialect& dialect) {
  if (parameter.is_list != type.is_list) return std::nullopt;
  int scale = type.scale.value_or(0);
  if (!type.scale)  // of a list all have the same, or ClickHouse can't compare with it
    for (const std::string& value : parameter.values) scale = std::max(scale, scale_of(value));
  std::string out;
  for (const std::string& value : parameter.values) {
    if (!fits(value, parameter.kind, type)) return std::nullopt;
    const auto written = one_value(value, type, scale, dialect);
    if (!written) return std::nullopt;
    out += (out.empty() ? "" : ", ") + *written;
  }
  return type.is_list ? '(' + out + ')' : out;
}

}  // namespace yokoten
