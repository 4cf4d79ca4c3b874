#include "pull/postgres.h"

#include <fmt/format.h>

#include "pull/answer.h"
#include "pull/csv_row.h"
#include "pull/postgres_session.h"

namespace yokoten {
namespace {

std::string in_name_quotes(const std::string& name) {
  std::string out;
  add_quoted(out, name);
  return out;
}

// Texts stand in quotes, so that NULL is told from an empty one; figures and days without, as
// ClickHouse's answer has them.
std::string copy_options(const std::vector<std::string>& headings,
                         const std::vector<std::string>& types, const std::string& null_text) {
  std::string out = "FORMAT csv, HEADER true";
  if (!null_text.empty()) {
    out += ", NULL '";
    for (const char letter : null_text) out += letter == '\'' ? "''" : std::string(1, letter);
    out += '\'';
  }
  std::string quoted;
  for (std::size_t at = 0; at < headings.size(); ++at)
    if (shape_of_postgres(types[at]) == ColumnShape::text)
      quoted += (quoted.empty() ? "" : ", ") + in_name_quotes(headings[at]);
  return quoted.empty() ? out : out + ", FORCE_QUOTE (" + quoted + ")";
}

std::optional<Fault> ask(const Source& source, const std::string& service, const QueryFile& file,
                         AnswerFile& into, Catch& caught) {
  PostgresSession session(source.pull.limits);
  if (auto fault = session.open(service)) return fault;
  FilledQuery query;
  if (auto fault = fill_query(source.query, file, session.dialect(), query)) return fault;
  std::vector<std::string> headings;
  std::vector<std::string> types;
  if (auto fault = session.describe(query, headings, types)) return fault;
  AskedQuery asked;
  asked.server = session.server();
  for (std::size_t at = 0; at < headings.size(); ++at)
    asked.columns.push_back(headings[at] + ' ' + types[at]);
  const std::string options = copy_options(headings, types, source.query.null_text);
  if (auto fault = session.copy(query, options, into, asked.rows)) return fault;
  caught.provenance.asked = std::move(asked);
  return complete_answer(source, query, into, caught);
}

}  // namespace

Catch ask_postgres(const Source& source, const std::string& service, const QueryFile& file,
                   const Environment& environment, AnswerFile& into) {
  Catch caught;
  caught.fault = ask(source, service, file, into, caught);
  Secrets secrets;
  for (const char* name : {"PGPASSWORD"})
    if (const auto value = environment(name)) secrets.add(*value);
  if (caught.fault) {
    Message& message = caught.fault->message;
    message = {secrets.blanked(message.ja), secrets.blanked(message.en)};
  }
  caught.provenance.address = source.url;
  caught.provenance.licence = source.licence;
  caught.provenance.published = source.published;
  return caught;
}

}  // namespace yokoten
