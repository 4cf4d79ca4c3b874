#include "check/cell_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/readable_cells.h"
#include "model/cell_number.h"

namespace yokoten {
namespace {

/// A cell that says a unit behind its number.
struct CellUnit {
  int row = 0;
  std::string_view unit;
};

// One spelling of units that have several.
std::string_view spelled_once(std::string_view unit) {
  if (unit == "％") return "%";
  if (unit == "名") return "人";
  for (const std::string_view each : {"カ所", "ヶ所", "ケ所", "ヵ所", "個所", "箇所"})
    if (unit == each) return "か所";
  return unit;
}

// Most cells end with a digit, and so with no unit.
bool ends_with_digit(std::string_view cell) {
  return cell.empty() || (cell.back() >= '0' && cell.back() <= '9');
}

std::vector<CellUnit> units_of(const Subject& subject, int source, int column) {
  const Table& table = subject.table(source);
  std::vector<CellUnit> found;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string_view cell = table.cell(row, column);
    if (ends_with_digit(cell)) continue;
    const auto read = read_number(cell, subject.source(source));
    if (read && read->value && !read->counter.empty())
      found.push_back({row, spelled_once(read->counter)});
  }
  return found;
}

// The unit of most cells; of equally many, that of the first.
std::string_view usual_unit(const std::vector<CellUnit>& units) {
  std::map<std::string_view, int> counts;
  for (const CellUnit& each : units) ++counts[each.unit];
  return std::ranges::max_element(units, {},
                                  [&](const CellUnit& each) { return counts[each.unit]; })
      ->unit;
}

void report_unit(const Subject& subject, const Place& place, std::string_view cell,
                 std::string_view usual, int more) {
  subject.warning(
      place, "cell.unit",
      {fmt::format("「{}」は、単位がこの列のほかのセル（{}）と違います。同じ単位に直すか、別の列に"
                   "分けてください。単位の違いは計算に入らず、数字だけを読みます{}",
                   cell, usual, more > 0 ? fmt::format("（この列にほか{}件）", more) : ""),
       fmt::format("\"{}\" has another unit than the other cells of its column ({}); write all in "
                   "one unit, or in columns of their own: only the numbers are read{}",
                   cell, usual, more > 0 ? fmt::format(" ({} more in this column)", more) : "")});
}

// Each of a few; of many the first ones.
void check_units_of(const Subject& subject, int source, int column) {
  constexpr std::size_t kMostTold = 20;
  std::vector<CellUnit> units = units_of(subject, source, column);
  if (units.empty()) return;
  const std::string_view usual = usual_unit(units);
  std::erase_if(units, [&](const CellUnit& each) { return each.unit == usual; });
  const Table& table = subject.table(source);
  const std::size_t told = std::min(units.size(), kMostTold);
  for (std::size_t at = 0; at < told; ++at)
    report_unit(subject, table.place(units[at].row, column), table.cell(units[at].row, column),
                usual, at + 1 == told ? static_cast<int>(units.size() - told) : 0);
}

}  // namespace

void check_cell_units(const Subject& subject) {
  for (int source = 0; source < subject.sources(); ++source)
    if (subject.has_figures(source))
      for (const int column : figure_columns(subject.source(source), subject.table(source)))
        check_units_of(subject, source, column);
}

}  // namespace yokoten
