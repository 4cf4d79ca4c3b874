#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/source.h"
#include "pull/answer_file.h"
#include "pull/fault.h"
#include "pull/late_libpq.h"
#include "pull/query.h"

namespace yokoten {

struct PostgresResultEnd {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, PostgresResultEnd>;

struct PostgresEnd {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
using PostgresConnection = std::unique_ptr<PGconn, PostgresEnd>;

/// A connection within one transaction that only reads.
class PostgresSession {
 public:
  explicit PostgresSession(const PullLimits& limits)
      : limits_(limits),
        deadline_(std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds)) {}

  std::optional<Fault> open(const std::string& service);
  QueryDialect dialect() const;
  std::string server() const;  ///< `PostgreSQL 15.20`
  /// Has the server look at the query alone, by which it is one statement; `columns` are its
  /// headings and types.
  std::optional<Fault> describe(const FilledQuery& query, std::vector<std::string>& headings,
                                std::vector<std::string>& types);
  /// Copies the rows out, as CSV with headings.
  std::optional<Fault> copy(const FilledQuery& query, const std::string& options, AnswerFile& into,
                            std::int64_t& rows);

 private:
  PostgresResult run(const std::string& command);
  PostgresResult finished(bool was_sent);
  PGconn* begun(const std::string& service) const;
  std::optional<Fault> connect(const std::string& service);
  bool waits_for(short events) const;
  bool waits_for_more();
  /// `letters_before`: what was sent in front of the query.
  Fault fault_of(const PGresult* result, const FilledQuery* query, int letters_before = 0) const;
  Fault connection_fault() const;
  Fault deadline_fault() const;
  std::optional<Fault> take_rows(AnswerFile& into, std::int64_t& rows);
  std::optional<Fault> take_row(std::string_view row, AnswerFile& into, std::int64_t& rows);
  void cancel();

  const PullLimits& limits_;
  std::chrono::steady_clock::time_point deadline_;
  PostgresConnection connection_;
};

}  // namespace yokoten
