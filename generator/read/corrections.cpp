#include "read/corrections.h"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <optional>
#include <tuple>

#include "base/text.h"
#include "model/report.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

/// Row and column in the table of a source.
using Cell = std::tuple<std::size_t, int, int>;

// Row 0 where anything is missing or wrong, which is reported here: it is not applied then.
Correction read_correction(const TomlNode& node, Findings& findings) {
  const std::size_t before = findings.size();
  TomlReader reader(node, findings);
  Correction correction;
  correction.place = node.place;
  correction.source = reader.required_text("source");
  correction.column = trimmed_text(reader.required_text("column"));
  correction.printed = reader.require("printed").text("printed");
  correction.corrected = reader.require("corrected").text("corrected");
  correction.reason = reader.required_text("reason");
  correction.decided_by = reader.required_text("decided_by");
  correction.decided_on = reader.require("decided_on").moment("decided_on");
  const auto row = reader.require("row").integer("row", 1, std::numeric_limits<int>::max());
  if (findings.size() == before) correction.row = static_cast<int>(row.value_or(0));
  return correction;
}

// Of effect reports it confirms a value that was doubted; of all else it corrects nothing.
bool changes_or_confirms(const Publication& publication, const Correction& correction,
                         Findings& findings) {
  const int source = publication.source(correction.source);
  const bool confirms =
      source >= 0 && names_offices(publication.sources[static_cast<std::size_t>(source)]);
  if (correction.printed != correction.corrected || confirms) return true;
  report_error(
      findings, correction.place, "correction.same",
      {fmt::format("printed と corrected がどちらも「{}」で、何も正していません。値を直すか、"
                   "この訂正を消してください",
                   correction.printed),
       fmt::format("printed and corrected are both {}, so nothing is corrected; mend one, "
                   "or remove the correction",
                   correction.printed)});
  return false;
}

/// Finds the cell of a correction; reports what is not there.
class CellFinder {
 public:
  CellFinder(const Publication& publication, Findings& findings)
      : publication_(publication), findings_(findings) {}

  std::optional<Cell> find(const Correction& correction) {
    const int source = publication_.source(correction.source);
    if (source < 0)
      return unknown(correction, {"この資料はありません", "there is no such source"},
                     correction.source, ids_of(publication_.sources));
    if (publication_.sources[static_cast<std::size_t>(source)].group)
      return report_grouped(correction);
    const Table& table = publication_.tables[static_cast<std::size_t>(source)];
    // A file that could not be read is reported at its source.
    if (table.columns() == 0) return std::nullopt;
    const auto column = table.column(correction.column);
    if (!column)
      return unknown(correction, {"この列はありません", "there is no such column"},
                     correction.column, table.header());
    const auto row = table.row_at(correction.row);
    if (!row && correction.row <= table.heading_place(*column).row)
      return unknown(
          correction,
          {"見出しは訂正できません（値の行の番号を書くか、sources.toml の見出しを印字に合わせて"
           "ください）",
           "a heading can't be corrected (give the row of a figure, or write the heading "
           "in sources.toml as it is printed)"},
          "", {});
    if (!row) return unknown(correction, {"この行はありません", "there is no such row"}, "", {});
    return Cell{static_cast<std::size_t>(source), *row, *column};
  }

 private:
  std::optional<Cell> report_grouped(const Correction& correction) {
    report_error(findings_, correction.place, "correction.grouped",
                 {fmt::format("{}の行はgroupで読みながら足し上げるので、セルを訂正できません。"
                              "ファイルを直すか、groupを使わずに読んでください",
                              correction.source),
                  fmt::format("rows of {} are added up by group while they are read, so that no "
                              "cell can be corrected; mend the file, or read it without group",
                              correction.source)});
    return std::nullopt;
  }

  std::optional<Cell> unknown(const Correction& correction, Message message, std::string_view word,
                              const std::vector<std::string>& candidates) {
    const std::string cell =
        fmt::format("{} {}:{}", correction.source, correction.row, correction.column);
    message.ja += ": " + cell;
    message.en += ": " + cell;
    report_error(findings_, correction.place, "correction.unknown",
                 with_nearest(std::move(message), word, candidates));
    return std::nullopt;
  }

  const Publication& publication_;
  Findings& findings_;
};

std::string cell_text(const Place& place) {
  return fmt::format("{}:{}:{}", place.file, place.row, place.column);
}

bool still_printed(const Correction& correction, std::string_view text, const Place& cell,
                   Findings& findings) {
  if (correction.printed == text) return true;
  report_error(
      findings, correction.place, "correction.differs",
      {fmt::format("訂正は「{}」に対するものですが、資料（{}）には「{}」とあります。資料が新しく"
                   "なったのなら、この訂正を見直すか消してください",
                   correction.printed, cell_text(cell), text),
       fmt::format("the correction is for {}, but the source prints {} at {}; if the "
                   "source is a newer one, mend the correction or remove it",
                   correction.printed, text, cell_text(cell))});
  return false;
}

}  // namespace

std::vector<Correction> read_corrections(std::string_view bytes, const std::string& file,
                                         Findings& findings) {
  std::vector<Correction> corrections;
  const auto root = parse_toml(bytes, file, findings);
  if (!root) return corrections;
  TomlReader reader(*root, findings);
  for (const TomlNode& node : reader.items("correction", TomlNode::Kind::list))
    corrections.push_back(read_correction(node, findings));
  return corrections;
}

void apply_corrections(Publication& publication, Findings& findings) {
  CellFinder finder(publication, findings);
  std::map<Cell, int> seen;  // with the line of the correction
  for (const Correction& correction : publication.corrections) {
    // Keys that are missing were reported while reading.
    if (correction.source.empty() || correction.column.empty() || correction.row == 0) continue;
    if (!changes_or_confirms(publication, correction, findings)) continue;
    const auto cell = finder.find(correction);
    if (!cell) continue;
    const auto [first, is_new] = seen.emplace(*cell, correction.place.row);
    if (!is_new) {
      report_error(
          findings, correction.place, "correction.twice",
          {fmt::format("同じセルの訂正が{}行にあります。1つだけ残してください", first->second),
           fmt::format("line {} corrects the same cell; keep one of them", first->second)});
      continue;
    }
    const auto& [source, row, column] = *cell;
    Table& table = publication.tables[source];
    if (still_printed(correction, table.cell(row, column), table.place(row, column), findings))
      table.replace(row, column, correction.corrected);
  }
}

}  // namespace yokoten
