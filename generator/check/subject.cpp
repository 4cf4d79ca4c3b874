#include "check/subject.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/cell_number.h"

namespace yokoten {

const Source& Subject::source(int number) const {
  return publication.sources[static_cast<std::size_t>(number)];
}

const Table& Subject::table(int source) const {
  return publication.tables[static_cast<std::size_t>(source)];
}

const Indicator& Subject::indicator(int number) const {
  return publication.indicators[static_cast<std::size_t>(number)];
}

RowRole Subject::role(int source, int row) const {
  return measured.rows[static_cast<std::size_t>(source)][static_cast<std::size_t>(row)].role;
}

bool Subject::has_figures(int number) const { return yokoten::has_figures(source(number)); }

Place Subject::place(const Origin& origin) const {
  if (origin.source < 0) return {};
  const Table& from = table(origin.source);
  if (origin.row < 0) return {from.file(), 0, 0};
  return from.place(origin.row, std::max<int>(origin.column, 0));
}

const Origin* Subject::own_origin(const Observation& seen) const {
  const bool parts_are_seen = indicator(seen.indicator).by && seen.breakdown == 0;
  const Origin* found = nullptr;
  for (const Origin* origin : {&seen.numerator_origin, &seen.denominator_origin}) {
    if (origin->source < 0) continue;
    const bool in_a_cell = origin->row >= 0 && origin->column >= 0;
    const bool in_several = origin->row == several_rows || (origin->row >= 0 && !in_a_cell);
    if (!in_a_cell && (!in_several || parts_are_seen)) continue;
    // What is said at a source that hides small counts stays off the pages.
    if (found == nullptr || source(origin->source).disclosure) found = origin;
    if (source(found->source).disclosure) break;
  }
  return found;
}

std::optional<Decimal> Subject::figure(int number, int row, int column) const {
  const auto read = read_number(table(number).cell(row, column), source(number));
  return read ? read->value : std::nullopt;
}

std::optional<Decimal> Subject::printed(int number, int row, int column) const {
  const std::string_view text = table(number).cell(row, column);
  const auto read = read_number(text, source(number));
  if (read) return read->value;
  error(table(number).place(row, column), "cell.number", number_wanted(text));
  return std::nullopt;
}

void Subject::error(Place place, std::string code, Message message) const {
  add_finding(findings, Level::error, std::move(place), std::move(code), std::move(message));
}

void Subject::warning(Place place, std::string code, Message message) const {
  add_finding(findings, Level::warning, std::move(place), std::move(code), std::move(message));
}

void Subject::note(Place place, std::string code, Message message) const {
  add_finding(findings, Level::note, std::move(place), std::move(code), std::move(message));
}

std::vector<int> columns_of(const Source& source, const Table& table, const std::string& measure) {
  std::vector<int> found;
  for (const auto& [name, heading] : source.measures)
    if (const auto column = table.column(heading); name == measure && column)
      found.push_back(*column);
  for (const Unpivot& unpivot : source.unpivots) {
    if (unpivot.measure != measure || unpivot.into == "period") continue;
    for (const auto& [heading, code] : unpivot.columns)
      if (const auto column = table.column(heading)) found.push_back(*column);
  }
  return found;
}

}  // namespace yokoten
