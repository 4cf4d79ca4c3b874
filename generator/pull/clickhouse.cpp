#include "pull/clickhouse.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "pull/rows_reader.h"

namespace yokoten {
namespace {

constexpr std::string_view built_in_user = "default";  // no secret, and the name of a database too

int number_behind(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  int number = 0;
  if (at != std::string_view::npos)
    std::from_chars(text.data() + at + words.size(), text.data() + text.size(), number);
  return number;
}

// Between the marks that the server sets around it.
std::string_view said(std::string_view refusal) {
  for (const std::string_view mark : {"DB::Exception: ", "DB::NetException: "})
    if (const auto at = refusal.find(mark); at != std::string_view::npos) {
      refusal.remove_prefix(at + mark.size());
      break;
    }
  for (const std::string_view mark : {", e.what() = ", "Expected one of: ", ", Stack trace"})
    refusal = refusal.substr(0, refusal.find(mark));
  refusal = trimmed_text(refusal);
  while (refusal.ends_with('.') || refusal.ends_with(':')) refusal.remove_suffix(1);
  return refusal;
}

bool is_one_of(int code, std::initializer_list<int> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// The server counts bytes from 1; on a single line it names no line.
std::optional<Place> place_of_error(std::string_view refusal, const FilledQuery& query) {
  const int line = number_behind(refusal, "(line ");
  if (line > 0) {
    const int column = number_behind(refusal, ", col ");
    return query.place_of(static_cast<std::size_t>(line),
                          static_cast<std::size_t>(std::max(column, 1)));
  }
  const int position = number_behind(refusal, "failed at position ");
  if (position <= 0) return Place{query.file, 0, 0};
  return query.place_of(static_cast<std::size_t>(position) - 1);
}

}  // namespace

std::string clickhouse_url(const Address& address, const PullLimits* limits) {
  std::string url = address.path + "/?";
  if (!address.id.empty()) url += "database=" + address.id + '&';
  // The server says how it went before the first row.
  url += "default_format=TabSeparatedWithNamesAndTypes&wait_end_of_query=1";
  if (limits == nullptr) return url;
  return url + fmt::format(
                   "&max_execution_time={}&max_result_rows={}&result_overflow_mode=throw"
                   "&skip_unavailable_shards=0&readonly=1",
                   limits->seconds, limits->rows);
}

std::optional<Fault> add_clickhouse_user(const Environment& environment, Request& request) {
  const auto has = [&](std::string_view name) {
    return std::any_of(request.headers.begin(), request.headers.end(), [&](const auto& header) {
      return lower_ascii(header.first) == lower_ascii(name);
    });
  };
  if (has("Authorization") || has("X-ClickHouse-User")) return std::nullopt;
  constexpr std::pair<const char*, const char*> names[] = {
      {"X-ClickHouse-User", "CLICKHOUSE_USER"}, {"X-ClickHouse-Key", "CLICKHOUSE_PASSWORD"}};
  if (!environment(names[0].second) && !environment(names[1].second)) return std::nullopt;
  for (const auto& [header, variable] : names) {
    auto value = environment(variable);
    // A password alone is that of the built-in user; the server wants both.
    if (!value && header == names[0].first) value = built_in_user;
    if (!value) continue;
    if (!is_header_value(*value))
      return Fault{"pull.environment",
                   {fmt::format("環境変数{}に改行などがあり、ヘッダーにできません", variable),
                    fmt::format("the environment variable {} holds control characters", variable)}};
    request.headers.emplace_back(header, *value);
    if (*value != built_in_user) request.secrets.add(*value);
  }
  return std::nullopt;
}

bool refuses_settings(std::string_view refusal) {
  return refusal.starts_with(
             "Code: 164, e.displayText() = DB::Exception: Cannot override setting (") ||
         refusal.starts_with("Code: 164. DB::Exception: Cannot modify '");
}

Fault clickhouse_fault(const std::string& refusal, const FilledQuery& query) {
  const int code = number_behind(refusal, "Code: ");
  // Wrong names and passwords; what the server says of them repeats the name.
  if (is_one_of(code, {192, 193, 194, 516}))
    return {"pull.database",
            {"ClickHouseの利用者名かパスワードが違います（CLICKHOUSE_USER、CLICKHOUSE_PASSWORD）",
             "ClickHouse refuses the user or the password (CLICKHOUSE_USER, CLICKHOUSE_PASSWORD)"}};
  const std::string words(said(refusal));
  const Message message{fmt::format("ClickHouseの返事（{}）: {}", code, words),
                        fmt::format("ClickHouse answers ({}): {}", code, words)};
  if (code == 159) return {"pull.deadline", message};
  if (is_one_of(code, {158, 396, 307})) return {"pull.size", message};
  // Overload, memory, servers of the cluster that are not reached.
  if (is_one_of(code, {202, 203, 209, 210, 236, 241, 243, 279, 425}))
    return {"pull.database", message};
  return {"pull.query", message, place_of_error(refusal, query)};
}

}  // namespace yokoten
