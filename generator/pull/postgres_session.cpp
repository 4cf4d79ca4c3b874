#include "pull/postgres_session.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "base/text.h"

namespace yokoten {
namespace {

namespace chrono = std::chrono;

constexpr const char* statement_name = "yokoten";

std::string one_line(std::string_view text) {
  std::string out(trimmed_text(text));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return first_invalid_utf8(out) ? std::string("?") : out;
}

std::string field(const PGresult* result, int code) {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
  return text == nullptr ? std::string() : one_line(text);
}

// The server counts letters from 1.
std::size_t byte_of_letter(std::string_view text, int letter) {
  std::size_t at = 0;
  for (int count = 1; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) continue;
    if (count++ == letter) break;
  }
  return at;
}

std::optional<std::string> literal(PGconn* connection, const std::string& text) {
  char* written = PQescapeLiteral(connection, text.data(), text.size());
  if (written == nullptr) return std::nullopt;
  std::string out = written;
  PQfreemem(written);
  // With backslashes it begins with a blank and E, so that it joins no word before it.
  return out;
}

}  // namespace

QueryDialect PostgresSession::dialect() const {
  return {false, [this](const std::string& text) { return literal(connection_.get(), text); }};
}

std::string PostgresSession::server() const {
  const int version = PQserverVersion(connection_.get());  // 150020 is 15.20
  return fmt::format("PostgreSQL {}.{}", version / 10000, version % 10000);
}

Fault PostgresSession::deadline_fault() const {
  return {"pull.deadline",
          {fmt::format("{}秒で終わりませんでした", limits_.seconds),
           fmt::format("it did not end within {} s", limits_.seconds)}};
}

Fault PostgresSession::connection_fault() const {
  const std::string said = one_line(PQerrorMessage(connection_.get()));
  return {"pull.database",
          {"PostgreSQLにつながりません（PGHOSTなどの環境変数を確かめてください）: " + said,
           "PostgreSQL is not reached (look at PGHOST and the other variables): " + said}};
}

// 57014 is a cancelled statement, here by its time; class 08 is a connection that broke, 53 and 57
// a server in trouble, 28 a user who may not come in.
Fault PostgresSession::fault_of(const PGresult* result, const FilledQuery* query,
                                int letters_before) const {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  if (state.empty())
    return chrono::steady_clock::now() >= deadline_ ? deadline_fault() : connection_fault();
  if (state == "57014") return deadline_fault();
  const std::string said = field(result, PG_DIAG_MESSAGE_PRIMARY);
  const Message message{fmt::format("PostgreSQLの返事（{}）: {}", state, said),
                        fmt::format("PostgreSQL answers ({}): {}", state, said)};
  const bool is_trouble = state.starts_with("08") || state.starts_with("53") ||
                          state.starts_with("57") || state.starts_with("28");
  if (is_trouble || query == nullptr) return {"pull.database", message};
  const std::string position = field(result, PG_DIAG_STATEMENT_POSITION);
  int letter = 0;
  std::from_chars(position.data(), position.data() + position.size(), letter);
  letter -= letters_before;
  if (letter <= 0) return {"pull.query", message, Place{query->file, 0, 0}};
  return {"pull.query", message, query->place_of(byte_of_letter(query->text, letter))};
}

bool PostgresSession::waits_for_more() {
  if (!waits_for(POLLIN)) return false;
  return PQconsumeInput(connection_.get()) == 1 || PQstatus(connection_.get()) == CONNECTION_OK;
}

// The last result of what was sent; none when the time was over or the line broke.
PostgresResult PostgresSession::finished(bool was_sent) {
  PostgresResult last;
  while (was_sent) {
    while (PQisBusy(connection_.get()) == 1)
      if (!waits_for_more()) {
        cancel();
        return nullptr;
      }
    PostgresResult next(PQgetResult(connection_.get()));
    if (!next) break;
    last = std::move(next);
    const auto status = PQresultStatus(last.get());
    if (status == PGRES_COPY_OUT) break;  // its rows are asked for otherwise
  }
  return last;
}

PostgresResult PostgresSession::run(const std::string& command) {
  return finished(PQsendQuery(connection_.get(), command.c_str()) == 1);
}

// What libpq is told beside what the environment and its files say.
PGconn* PostgresSession::begun(const std::string& service) const {
  const std::string idle = std::to_string(std::clamp(limits_.seconds, 1, 60));
  const std::string unanswered = std::to_string(limits_.seconds * 1000);  // ms
  const std::array<const char*, 6> names = {
      "client_encoding",  "fallback_application_name",           "keepalives_idle",
      "tcp_user_timeout", service.empty() ? nullptr : "service", nullptr};
  const std::array<const char*, 6> values = {
      "UTF8", "yokoten", idle.c_str(), unanswered.c_str(), service.c_str(), nullptr};
  return PQconnectStartParams(names.data(), values.data(), 0);
}

// False when the time is over.
bool PostgresSession::waits_for(short events) const {
  const auto left = chrono::ceil<chrono::milliseconds>(deadline_ - chrono::steady_clock::now());
  pollfd socket{PQsocket(connection_.get()), events, 0};
  return left.count() > 0 && ::poll(&socket, 1, static_cast<int>(left.count())) != 0;
}

std::optional<Fault> PostgresSession::connect(const std::string& service) {
  connection_.reset(begun(service));
  if (!connection_) return Fault{"pull.database", {"メモリーが足りません", "out of memory"}};
  for (auto state = PGRES_POLLING_WRITING; state != PGRES_POLLING_OK;) {
    if (PQstatus(connection_.get()) == CONNECTION_BAD || state == PGRES_POLLING_FAILED)
      return connection_fault();
    if (!waits_for(state == PGRES_POLLING_READING ? POLLIN : POLLOUT)) return deadline_fault();
    state = PQconnectPoll(connection_.get());
  }
  return std::nullopt;
}

// Figures and days are written the same way whatever the server's own settings are.
std::optional<Fault> PostgresSession::open(const std::string& service) {
  if (auto fault = connect(service)) return fault;
  const auto begun =
      run(fmt::format("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; "
                      "SET LOCAL statement_timeout = {}; SET LOCAL datestyle = 'ISO, YMD'; "
                      "SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL extra_float_digits = 1",
                      limits_.seconds * 1000));
  if (PQresultStatus(begun.get()) == PGRES_COMMAND_OK) return std::nullopt;
  return fault_of(begun.get(), nullptr);
}

std::optional<Fault> PostgresSession::describe(const FilledQuery& query,
                                               std::vector<std::string>& headings,
                                               std::vector<std::string>& types) {
  PGconn* connection = connection_.get();
  const auto parsed =
      finished(PQsendPrepare(connection, statement_name, query.text.c_str(), 0, nullptr) == 1);
  if (PQresultStatus(parsed.get()) != PGRES_COMMAND_OK) return fault_of(parsed.get(), &query);
  const auto described = finished(PQsendDescribePrepared(connection, statement_name) == 1);
  if (PQresultStatus(described.get()) != PGRES_COMMAND_OK) return fault_of(described.get(), &query);
  const int count = PQnfields(described.get());
  if (count == 0)
    return Fault{
        "pull.query",
        {"表を返すクエリー（SELECT）ではありません", "it is no query that returns a table"},
        Place{query.file, 0, 0}};
  for (int at = 0; at < count; ++at) {
    const auto named = run(fmt::format("SELECT pg_catalog.format_type({}, {})",
                                       PQftype(described.get(), at), PQfmod(described.get(), at)));
    if (PQresultStatus(named.get()) != PGRES_TUPLES_OK) return fault_of(named.get(), &query);
    headings.emplace_back(PQfname(described.get(), at));
    types.emplace_back(PQgetvalue(named.get(), 0, 0));
  }
  return std::nullopt;
}

void PostgresSession::cancel() {
  std::array<char, 256> reason{};
  PGcancel* order = PQgetCancel(connection_.get());
  if (order != nullptr) PQcancel(order, reason.data(), static_cast<int>(reason.size()));
  PQfreeCancel(order);
}

std::optional<Fault> PostgresSession::take_row(std::string_view row, AnswerFile& into,
                                               std::int64_t& rows) {
  if (++rows > limits_.rows)
    return Fault{"pull.size",
                 {fmt::format("{}行を超えています", limits_.rows),
                  fmt::format("it has more than {} rows", limits_.rows)}};
  return into.add(row);
}

// A row at a time; the first is the headings.
std::optional<Fault> PostgresSession::take_rows(AnswerFile& into, std::int64_t& rows) {
  constexpr bool at_once = true;
  into.begin();
  for (rows = -1;;) {
    char* row = nullptr;
    const int size = PQgetCopyData(connection_.get(), &row, at_once);
    if (size < 0) return std::nullopt;
    std::optional<Fault> fault;
    if (size > 0) {
      fault = take_row({row, static_cast<std::size_t>(size)}, into, rows);
      PQfreemem(row);
    } else if (!waits_for_more()) {
      fault = fault_of(nullptr, nullptr);
    }
    if (!fault) continue;
    cancel();
    return fault;
  }
}

std::optional<Fault> PostgresSession::copy(const FilledQuery& query, const std::string& options,
                                           AnswerFile& into, std::int64_t& rows) {
  constexpr std::string_view before = "COPY (";
  const auto begun = run(fmt::format("{}{}\n) TO STDOUT WITH ({})", before, query.text, options));
  if (PQresultStatus(begun.get()) != PGRES_COPY_OUT)
    return fault_of(begun.get(), &query, static_cast<int>(before.size()));
  if (auto fault = take_rows(into, rows)) return fault;
  // Only now the server says whether those were all rows.
  const auto ended = finished(true);
  if (PQresultStatus(ended.get()) != PGRES_COMMAND_OK) return fault_of(ended.get(), &query);
  return into.finish();
}

}  // namespace yokoten
