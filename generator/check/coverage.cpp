#include "check/coverage.h"

#include <fmt/format.h>

#include <set>

namespace yokoten {
namespace {

constexpr std::size_t most_named = 5;

std::vector<int> absent_prefectures(const Subject& subject, int number) {
  const auto& rows = subject.measured.row_areas[static_cast<std::size_t>(number)];
  const std::set<int> present(rows.begin(), rows.end());
  std::vector<int> absent;
  for (const int each : subject.areas.prefectures())
    if (!present.contains(each)) absent.push_back(each);
  return absent;
}

std::string named(const Subject& subject, const std::vector<int>& ids, const char* separator) {
  std::string text;
  for (std::size_t at = 0; at < std::min(most_named, ids.size()); ++at) {
    if (at > 0) text += separator;
    text += subject.areas.at(ids[at]).name;
  }
  return text;
}

void report_absent(const Subject& subject, int number, const std::vector<int>& ids) {
  const Table& table = subject.table(number);
  const auto column = table.column(subject.source(number).area_column).value_or(0);
  const bool more = ids.size() > most_named;
  subject.warning(
      table.heading_place(column), "area.missing",
      {fmt::format("{}都道府県の行がありません（{}{}）。0なら complete = true "
                   "とし、そうでなければ値なしのまま"
                   "公表されます",
                   ids.size(), named(subject, ids, "、"), more ? " ほか" : ""),
       fmt::format("no row for {}{} ({} of {} prefectures); set complete = true if they have 0, "
                   "else they are published without a figure",
                   named(subject, ids, ", "), more ? " …" : "", ids.size(),
                   subject.areas.prefectures().size())});
}

bool should_hold_all(const Source& source) {
  return source.kind == SourceKind::figures && source.level == AreaLevel::prefecture &&
         !source.area_column.empty() && !source.complete;
}

std::string official(const Area& area) {
  return area.code.empty() ? area.name : fmt::format("{} ({})", area.name, area.code);
}

void note_name(const Subject& subject, const Place& place, std::string_view printed,
               const Area& area, AreaMatch match) {
  const std::string name = official(area);
  if (match == AreaMatch::variant)
    subject.note(place, "name.variant",
                 {fmt::format("{} は {} の別の表記として読みました", printed, name),
                  fmt::format("{} was read as another spelling of {}", printed, name)});
  if (match == AreaMatch::county)
    subject.note(place, "name.county",
                 {fmt::format("{} は郡名を除いて {} と読みました", printed, name),
                  fmt::format("{} was read as {} without its county", printed, name)});
  if (area.level == AreaLevel::municipal_union)
    subject.note(
        place, "name.union",
        {fmt::format("{} は市区町村ではなく、都道府県の計にだけ数えます", area.name),
         fmt::format("{} is no municipality; it counts in its prefecture only", area.name)});
}

void note_names(const Subject& subject, int number, int column) {
  const auto at = static_cast<std::size_t>(number);
  const Table& table = subject.table(number);
  for (int row = 0; row < table.rows(); ++row) {
    const int area = subject.measured.row_areas[at][static_cast<std::size_t>(row)];
    if (area == Areas::none) continue;
    const AreaMatch match = subject.measured.row_matches[at][static_cast<std::size_t>(row)];
    note_name(subject, table.place(row, column), table.cell(row, column), subject.areas.at(area),
              match);
  }
}

}  // namespace

void check_coverage(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number) {
    if (!should_hold_all(subject.source(number))) continue;
    const auto absent = absent_prefectures(subject, number);
    if (!absent.empty()) report_absent(subject, number, absent);
  }
}

void note_names(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number) {
    const std::string& heading = subject.source(number).area_column;
    const auto column = subject.table(number).column(heading);
    if (!heading.empty() && column) note_names(subject, number, *column);
  }
}

void note_corrections(const Subject& subject) {
  for (const Correction& each : subject.publication.corrections) {
    const int source = subject.publication.source(each.source);
    if (source < 0) continue;
    const Table& table = subject.table(source);
    const auto column = table.column(each.column);
    if (!column) continue;
    subject.note({table.file(), each.row, *column + 1}, "correction.applied",
                 {fmt::format("印字の「{}」を「{}」と読み替えました: {}", each.printed,
                              each.corrected, each.reason),
                  fmt::format("the printed {} stands corrected as {}: {}", each.printed,
                              each.corrected, each.reason)});
  }
}

}  // namespace yokoten
