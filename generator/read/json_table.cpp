#include "read/json_table.h"

#include <fmt/format.h>

#include <utility>

#include "model/report.h"
#include "read/decoded_file.h"
#include "read/json_rows.h"
#include "read/table_room.h"

namespace yokoten {
namespace {

// The pointer is the place that counts: a row of JSON has no line.
Message at_pointer(const std::string& pointer, const Message& message) {
  return pointer.empty() ? message
                         : Message{pointer + ' ' + message.ja, pointer + ' ' + message.en};
}

// Where the table stands deeper inside, or the whole is an answer of e-Stat.
Message hint_of(const JsonProblem& problem, const TableForm& form) {
  if (problem.code != "table.json" || !form.rows_at.empty()) return {};
  if (problem.pointer.starts_with("/GET_STATS_DATA"))
    return {
        "。e-Statの答えです。形式をestatとしてください（sources.tomlではformat = \"estat\"、"
        "tableでは--from estat）",
        "; this is an answer of e-Stat: say that the format is estat (format = \"estat\" in "
        "sources.toml, --from estat of table)"};
  const std::size_t end = problem.pointer.find('/', 1);
  const std::string member = problem.pointer.substr(0, end);
  if (member.empty() || problem.pointer.substr(std::min(end, problem.pointer.size())) != "/0")
    return {};
  return {
      fmt::format("。表が{0}にあるなら、それを示してください（sources.tomlではrows_at = \"{0}\"、"
                  "tableでは--rows-at {0}）",
                  member),
      fmt::format("; if the table is {0}, name that (rows_at = \"{0}\" in sources.toml, "
                  "--rows-at {0} of table)",
                  member)};
}

}  // namespace

std::optional<DecodedText> decoded_json(std::string_view bytes, const std::string& file,
                                        Findings& findings, const TableLimits& limits,
                                        const TableForm& form) {
  const TextFile text{file, limits.bytes, form.encoding,
                      [&](std::string_view before) { return place_behind(before, file); }};
  return decoded_file(bytes, text, findings);
}

bool said_all(const JsonProblem& problem, const OwnLetters& own, const std::string& file,
              Findings& findings) {
  if (own.count > 0) report_private(own.count, {file, 0, 0}, own.pointer, findings);
  if (problem.code.empty()) return true;
  report_error(findings, {file, problem.row, problem.column}, problem.code,
               at_pointer(problem.pointer, problem.message));
  return false;
}

std::optional<Table> read_json_table(std::string_view bytes, const std::string& file,
                                     Findings& findings, const TableLimits& limits,
                                     const TableForm& form) {
  const auto decoded = decoded_json(bytes, file, findings, limits, form);
  if (!decoded) return std::nullopt;
  const TableLimits own_limits = in_proportion(limits, decoded->text().size());
  Table table(file, {});
  JsonRows rows{form.rows_at};
  rows.heading = [&](const std::string& name) { table.add_column(name); };
  rows.row = [&](const JsonRows::Cells& cells, int number) {
    table.add_row(cells, number + 1);
    return lack_of_room(table, own_limits);
  };
  OwnLetters own;
  JsonProblem problem = walk(decoded->text(), rows, limits, own);
  const Message hint = hint_of(problem, form);
  problem.message.ja += hint.ja;
  problem.message.en += hint.en;
  if (!said_all(problem, own, file, findings)) return std::nullopt;
  if (table.columns() > 0) return table;
  report_error(findings, {file, 0, 0}, "table.empty", {"表が空です", "the table is empty"});
  return std::nullopt;
}

}  // namespace yokoten
