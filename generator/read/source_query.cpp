#include <fmt/format.h>

#include <algorithm>

#include "model/address.h"
#include "model/report.h"
#include "read/source_parts.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

// A file below queries/ that leads nowhere else.
bool is_query_path(std::string_view path) {
  return path.starts_with("queries/") && path.ends_with(".sql") && path.size() > 12 &&
         path.find("..") == std::string_view::npos && path.find('\\') == std::string_view::npos;
}

bool is_parameter_name(std::string_view name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
  return !name.empty() && letters.find(name.front()) != std::string_view::npos &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos;
}

std::optional<QueryParameter::Kind> kind_of_value(const TomlNode& node) {
  switch (node.kind) {
    case Kind::integer:
      return QueryParameter::Kind::integer;
    case Kind::number:
      return QueryParameter::Kind::decimal;
    case Kind::text:
      return QueryParameter::Kind::text;
    case Kind::date:
      return QueryParameter::Kind::date;
    default:
      return std::nullopt;
  }
}

void report_value(const TomlNode& node, Findings& findings) {
  report_error(findings, node.place, "source.parameter",
               {"値は、整数、小数、文字、日付か、同じ種類のものを1つ以上並べた配列です",
                "a value is an integer, a decimal number, a text or a date, or a list of one kind "
                "with at least one item"});
}

// Numbers as they are written in decimal: another notation would be read otherwise by a database.
bool is_written_plainly(const TomlNode& node) {
  if (node.kind == Kind::text) return node.text.find('\0') == std::string::npos;
  if (node.kind != Kind::number) return true;
  const std::string_view text = node.text;
  return text.find_first_not_of("+-.0123456789") == std::string_view::npos;
}

std::string value_text(const TomlNode& node) {
  return node.kind == Kind::integer ? std::to_string(node.integer) : node.text;
}

void read_parameter(const TomlNode& item, SourceText& out, Findings& findings) {
  QueryParameter parameter;
  parameter.name = item.key;
  parameter.place = item.key_place;
  parameter.is_list = item.kind == Kind::list;
  if (!is_parameter_name(item.key))
    report_error(findings, item.key_place, "source.parameter",
                 {fmt::format("{}は名前にできません。a-z、0-9、_で書きます", item.key),
                  fmt::format("{} is no name; it is made of a-z, 0-9 and _", item.key)});
  const std::vector<TomlNode> values =
      parameter.is_list ? item.children : std::vector<TomlNode>{item};
  const auto kind = values.empty() ? std::nullopt : kind_of_value(values.front());
  const bool is_good = kind && std::all_of(values.begin(), values.end(), [&](const auto& value) {
                         return kind_of_value(value) == kind && is_written_plainly(value);
                       });
  if (!is_good) return report_value(item, findings);
  parameter.kind = *kind;
  for (const TomlNode& value : values) parameter.values.push_back(value_text(value));
  out.source.query.parameters.push_back(std::move(parameter));
}

// It stands in the raw file without quotes, so that a text that reads the same is told apart.
void read_null(TomlReader& source, SourceText& out) {
  constexpr std::size_t longest = 60;  // bytes
  const TomlNode* node = source.take("null", Kind::text);
  if (node == nullptr) return;
  out.source.query.null_text = node->text;
  const bool is_plain = node->text.find_first_of("\",\r\n\\") == std::string::npos &&
                        node->text.find('\0') == std::string::npos &&
                        node->text.size() <= longest && !node->text.starts_with(' ') &&
                        !node->text.ends_with(' ');
  if (!is_plain)
    report_error(source.findings(), node->place, "source.query",
                 {"nullは、コンマ、引用符、改行、前後の空白のない60バイトまでの文字です",
                  "null is a text of up to 60 bytes without comma, quote, backslash, line end or "
                  "blanks around it"});
}

void refuse_parts(TomlReader& source) {
  for (const std::string_view key : {"query", "parameters", "null"})
    if (source.take(key) != nullptr)
      report_error(
          source.findings(), source.place(key), "source.pull",
          {fmt::format("{}は、urlがclickhouse:かpostgres:の資料にだけ書けます", key),
           fmt::format("{} belongs to sources whose url is clickhouse: or postgres:", key)});
}

}  // namespace

void read_query(TomlReader& source, SourceText& out) {
  const auto address = parse_address(out.source.url);
  if (!address || !is_database(*address)) return refuse_parts(source);
  SourceQuery& query = out.source.query;
  query.file = source.required_text("query");
  query.place = source.place("query");
  if (!query.file.empty() && !is_query_path(query.file))
    report_error(source.findings(), query.place, "source.query",
                 {"queryは、発行物の中のファイルです。例: queries/adoption.sql",
                  "query is a file of the publication: queries/adoption.sql"});
  for (const TomlNode& item : source.items("parameters", Kind::table))
    read_parameter(item, out, source.findings());
  read_null(source, out);
}

}  // namespace yokoten
