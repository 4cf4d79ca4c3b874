#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/address.h"
#include "model/report.h"
#include "read/source_parts.h"

namespace yokoten {
namespace {

using Kind = TomlNode::Kind;

// Headers without a secret in them may stand in the file itself.
bool is_public(std::string_view name) { return name == "Accept" || name == "Accept-Language"; }

bool is_header_name(std::string_view name) {
  constexpr std::string_view letters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  return !name.empty() && name.find_first_not_of(letters) == std::string_view::npos;
}

// What the program itself says in a request, or what decides where one ends.
bool is_reserved(const std::string& name) {
  constexpr std::string_view reserved[] = {
      "host",          "connection", "content-length",  "transfer-encoding", "expect", "range",
      "if-none-match", "if-range",   "accept-encoding", "if-modified-since", "te",     "upgrade"};
  return std::find(std::begin(reserved), std::end(reserved), lower_ascii(name)) !=
         std::end(reserved);
}

void read_header(const TomlNode& item, SourceText& out, Findings& findings) {
  const std::string value = item_text(item, findings);
  out.source.pull.headers.emplace_back(item.key, value);
  if (!is_header_name(item.key) || is_reserved(item.key))
    report_error(findings, item.key_place, "source.header",
                 {fmt::format("ヘッダー{}は書けません", item.key),
                  fmt::format("the header {} can't be set", item.key)});
  const bool from_environment = value.starts_with("env:") && is_header_name(value.substr(4));
  if (!from_environment && !is_public(item.key))
    report_error(findings, item.place, "source.header",
                 {fmt::format("ヘッダー{}の値は、環境変数の名前で書きます: \"env:NAME\"", item.key),
                  fmt::format("the value of the header {} comes from the environment: \"env:NAME\"",
                              item.key)});
}

// A limit that changes nothing at this address is a mistake. A database says nothing until its
// answer is whole, so that silence tells nothing of it; how often libpq tries is its own affair.
void check_limits(TomlReader& limits, const Address& address) {
  const auto refuse = [&](std::string_view key) {
    if (limits.take(key) != nullptr)
      report_error(limits.findings(), limits.place(key), "source.pull",
                   {fmt::format("limits.{}は、この取得先では使いません", key),
                    fmt::format("limits.{} does nothing at this address", key)});
  };
  if (!is_database(address)) refuse("rows");
  if (is_database(address)) refuse("stall_seconds");
  if (address.kind == AddressKind::postgres) refuse("tries");
}

void read_limits(TomlReader& source, const std::string& url, PullLimits& limits) {
  const TomlNode* node = source.take("limits", Kind::table);
  if (node == nullptr) return;
  TomlReader reader(*node, source.findings());
  if (const auto address = parse_address(url)) check_limits(reader, *address);
  const auto number = [&](std::string_view key, std::int64_t high, int fallback) {
    return static_cast<int>(reader.integer(key, 1, high).value_or(fallback));
  };
  limits.bytes = reader.integer("bytes", 1, std::int64_t{256} << 20U).value_or(limits.bytes);
  limits.seconds = number("seconds", 3600, limits.seconds);
  limits.stall_seconds = number("stall_seconds", 600, limits.stall_seconds);
  limits.tries = number("tries", 10, limits.tries);
  limits.rows = reader.integer("rows", 1, 1'000'000'000).value_or(limits.rows);
}

// A key that changes nothing for a file that is there already is a mistake.
void check_pulled(TomlReader& source, const Address& address) {
  const auto refuse = [&](std::string_view key, const Message& message) {
    if (source.take(key) != nullptr)
      report_error(source.findings(), source.place(key), "source.pull", message);
  };
  const auto by_environment = [](std::string_view key) {
    return Message{
        fmt::format("{}は、postgres:では環境（PGSSLMODEなど）が決めます", key),
        fmt::format("with postgres:, the environment decides about {} (PGSSLMODE …)", key)};
  };
  if (address.kind == AddressKind::postgres)
    for (const std::string_view key : {"insecure", "headers", "allow_hosts"})
      refuse(key, by_environment(key));
  if (is_database(address))
    refuse("expect",
           {"データベースの答えには、expectはありません", "what a database answers has no expect"});
  for (const std::string_view key : {"insecure", "headers", "allow_hosts", "expect", "limits"})
    if (address.kind == AddressKind::file && source.take(key) != nullptr)
      report_error(source.findings(), source.place(key), "source.pull",
                   {fmt::format("{}は、取ってくる資料にだけ書けます", key),
                    fmt::format("{} belongs to sources that are pulled", key)});
}

}  // namespace

void read_pull_rules(TomlReader& source, SourceText& out) {
  PullRules& rules = out.source.pull;
  rules.insecure = source.truth("insecure");
  for (const TomlNode& item : source.items("headers", Kind::table))
    read_header(item, out, source.findings());
  rules.allow_hosts = source.texts("allow_hosts");
  rules.any_content = source.choice("expect", {"anything"}).has_value();
  read_limits(source, out.source.url, rules.limits);
  const auto address = parse_address(out.source.url);
  if (!address) return;
  check_pulled(source, *address);
  const bool is_plain =
      address->kind == AddressKind::http ||
      (address->kind == AddressKind::clickhouse && address->path.starts_with("http:"));
  if (is_plain && !rules.insecure)
    report_error(
        source.findings(), source.place("url"), "source.insecure",
        {"http:は途中で書き換えられることがあります。https:にするか、insecure = "
         "trueと書いてください",
         "what comes by http: may be changed on its way; use https:, or say insecure = true"});
}

}  // namespace yokoten
