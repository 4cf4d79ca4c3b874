#include "pull/answer.h"
#include "pull/clickhouse.h"
#include "pull/errand.h"
#include "pull/rows_reader.h"

namespace yokoten {
namespace {

constexpr std::string_view version_question = "SELECT version() AS version";

// Of the answer to that: a heading, and the version in quotes.
std::string version_in(const std::string& answer) {
  const auto from = answer.find('"');
  const auto end = answer.rfind('"');
  return from == std::string::npos || end <= from ? std::string()
                                                  : answer.substr(from + 1, end - from - 1);
}

}  // namespace

// Who the server is stands first: it also shows whether it is there and lets us in.
std::optional<Request> Errand::first_question() {
  if (auto fault = fill_query(source_.query, query_file_, clickhouse_dialect(), filled_))
    return fail(std::move(*fault));
  if (!request(clickhouse_url(address_, nullptr))) return std::nullopt;
  if (auto fault = add_clickhouse_user(environment_, request_)) return fail(std::move(*fault));
  request_.question = Question{std::string(version_question), {}};
  return request_;
}

std::optional<Request> Errand::next_question(const PullLimits* limits) {
  is_set_ = limits != nullptr;
  request_.url = clickhouse_url(address_, limits);
  request_.question = Question{filled_.text, source_.query.null_text, into_};
  return request_;
}

// A user who may only read may not set anything either: then the server's own limits hold.
std::optional<Request> Errand::take_refusal(const Response& response) {
  const auto at = exception_at(response.refusal);
  if (at == std::string::npos) {
    Fault fault = *response.fault;
    if (fault.code == "pull.charset") fault.place = Place{filled_.file, 0, 0};
    return fail(std::move(fault));
  }
  const std::string refusal = response.refusal.substr(at);
  if (is_set_ && !asked_.server.empty() && refuses_settings(refusal)) return next_question(nullptr);
  return fail(clickhouse_fault(refusal, filled_));
}

std::optional<Request> Errand::take_answer(Response&& response) {
  if (response.fault) return take_refusal(response);
  // Where the line alone ends it, an answer that was cut at the end of a row looks whole.
  if (!response.has_length)
    return fail({"pull.length",
                 {"答えの終わりが示されていません（Content-Lengthもchunkedもありません）",
                  "where the answer ends is not said (neither Content-Length nor chunked)"}});
  if (asked_.server.empty()) {
    asked_.server = "ClickHouse " + version_in(response.bytes);
    return next_question(&source_.pull.limits);
  }
  asked_.columns = std::move(response.columns);
  asked_.rows = response.rows;
  catch_.provenance.final_address = address_.path;
  catch_.provenance.asked = std::move(asked_);
  catch_.fault = complete_answer(source_, filled_, *into_, catch_);
  return std::nullopt;
}

}  // namespace yokoten
