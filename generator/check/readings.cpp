#include "check/readings.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

std::string official(const Area& area) {
  return area.code.empty() ? area.name : fmt::format("{} ({})", area.name, area.code);
}

bool is_to_be_told(const Area& area, AreaMatch match) {
  return match == AreaMatch::variant || match == AreaMatch::county || match == AreaMatch::former ||
         area.level == AreaLevel::municipal_union;
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
  if (match == AreaMatch::former)
    subject.note(
        place, "name.former",
        {fmt::format("{} はこの時点の名称・団体コードで、今の {} として読みました", printed, name),
         fmt::format("{} was the name or code at that time; it was read as {} of today", printed,
                     name)});
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
    const auto [area, match, role] = subject.measured.rows[at][static_cast<std::size_t>(row)];
    if (area == Areas::none) continue;
    const Area& named = subject.areas.at(area);
    if (is_to_be_told(named, match))
      note_name(subject, table.place(row, column), table.cell(row, column), named, match);
  }
}

}  // namespace

void note_names(const Subject& subject) {
  for (int number = 0; number < subject.sources(); ++number) {
    const std::string& heading = subject.source(number).area_column;
    const auto column = subject.table(number).column(heading);
    if (!heading.empty() && column) note_names(subject, number, *column);
  }
}

Message applied(const Correction& each) {
  if (each.printed == each.corrected)
    return {fmt::format("印字の「{}」は、このとおり正しいと確かめられています: {}", each.printed,
                        each.reason),
            fmt::format("the printed {} was confirmed to be right: {}", each.printed, each.reason)};
  return {fmt::format("印字の「{}」を「{}」と読み替えました: {}", each.printed, each.corrected,
                      each.reason),
          fmt::format("the printed {} stands corrected as {}: {}", each.printed, each.corrected,
                      each.reason)};
}

void note_corrections(const Subject& subject) {
  for (const Correction& each : subject.publication.corrections) {
    const int source = subject.publication.source(each.source);
    if (source < 0) continue;
    const Table& table = subject.table(source);
    const auto column = table.column(each.column);
    if (!column) continue;
    subject.note({table.file(), each.row, *column + 1}, "correction.applied", applied(each));
  }
}

}  // namespace yokoten
