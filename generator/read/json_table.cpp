#include "read/json_table.h"

#include <fmt/format.h>

#include "model/report.h"
#include "read/encoding_report.h"
#include "read/json_rows.h"

namespace yokoten {
namespace {

// The pointer is the place that counts: a row of JSON has no line.
void report(const JsonProblem& problem, const std::string& file, Findings& findings) {
  const std::string where = problem.pointer.empty() ? "" : problem.pointer + ' ';
  report_error(findings, {file, problem.row, problem.column}, problem.code,
               {where + problem.message.ja, where + problem.message.en});
}

}  // namespace

std::optional<Table> read_json_table(std::string_view bytes, const std::string& file,
                                     Findings& findings, const TableLimits& limits,
                                     const TableForm& form) {
  const auto decoded = DecodedText::settled(bytes, form.encoding);
  if (!decoded) {
    report_mark(*form.encoding, file, findings);
    return std::nullopt;
  }
  if (!decoded->whole()) {
    report_no_letter(decoded->encoding(), {file, 0, 0}, findings);
    return std::nullopt;
  }
  JsonRows rows(decoded->text(), form.rows_at, limits);
  const auto headings = rows.headings();
  std::optional<Table> table;
  if (headings && headings->empty())
    report_error(findings, {file, 0, 0}, "table.empty", {"表が空です", "the table is empty"});
  else if (headings)
    table = Table(file, *headings);
  if (!headings || !rows.each([&](const JsonRows::Cells& cells, int number) {
        if (table) table->add_row(cells, number + 1);
      })) {
    report(rows.problem(), file, findings);
    return std::nullopt;
  }
  return table;
}

}  // namespace yokoten
