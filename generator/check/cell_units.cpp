#include "check/cell_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/mixed_percents.h"
#include "check/readable_cells.h"
#include "check/told_cells.h"
#include "model/cell_number.h"
#include "model/unit_words.h"

namespace yokoten {
namespace {

/// A cell that says a unit behind its number.
struct CellUnit {
  int row = 0;
  std::string_view unit;
};

/// The unit of a column, and where it stands.
struct ColumnUnit {
  KnownUnit unit;
  Place place;
  bool is_of_table = false;  ///< stands above the headings
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

using UnitsByColumn = std::vector<std::pair<int, std::vector<CellUnit>>>;

// In one pass over the table, which may be long.
UnitsByColumn units_of(const Subject& subject, int source) {
  const Table& table = subject.table(source);
  UnitsByColumn found;
  bool may_have_unit = false;
  for (const int column : figure_columns(subject.source(source), table)) {
    found.push_back({column, {}});
    may_have_unit |=
        table.may_have(column, [](std::string_view cell) { return !ends_with_digit(cell); });
  }
  if (!may_have_unit) return found;
  std::vector<std::string_view> cells;
  for (int row = 0; row < table.rows(); ++row) {
    table.take(row, cells);
    for (auto& [column, units] : found) {
      const std::string_view cell = cells[static_cast<std::size_t>(column)];
      if (ends_with_digit(cell)) continue;
      const auto read = read_number(cell, subject.source(source));
      if (read && read->value && !read->counter.empty())
        units.push_back({row, spelled_once(read->counter)});
    }
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
                 std::string_view usual, const Message& more) {
  subject.warning(
      place, "cell.unit",
      {fmt::format("「{}」は、単位がこの列のほかのセル（{}）と違います。同じ単位に直すか、別の列に"
                   "分けてください。単位の違いは計算に入らず、数字だけを読みます{}",
                   cell, usual, more.ja),
       fmt::format("\"{}\" has another unit than the other cells of its column ({}); write all in "
                   "one unit, or in columns of their own: only the numbers are read{}",
                   cell, usual, more.en)});
}

void report_against_heading(const Subject& subject, const Place& place, std::string_view cell,
                            std::string_view heading, const Message& more) {
  subject.warning(
      place, "cell.unit",
      {fmt::format("「{}」は、単位が見出し「{}」と違います。見出しの単位に直した値にしてください。"
                   "単位の違いは計算に入らず、数字だけを読みます{}",
                   cell, heading, more.ja),
       fmt::format("\"{}\" has another unit than its heading \"{}\"; write it in that of the "
                   "heading: only the numbers are read{}",
                   cell, heading, more.en)});
}

/// Looks at one column of figures.
class UnitsOfColumn {
 public:
  UnitsOfColumn(const Subject& subject, int source, int column, std::vector<CellUnit> units)
      : subject_(subject),
        table_(subject.table(source)),
        source_(source),
        column_(column),
        units_(std::move(units)),
        heading_(unit_of_heading(heading())) {}

  void check() {
    if (units_.empty()) return;
    usual_ = usual_unit(units_);
    if (usual_ == "%") check_mixed_percents(subject_, source_, column_);
    std::vector<CellUnit> wrong;
    std::ranges::copy_if(units_, std::back_inserter(wrong),
                         [&](const CellUnit& each) { return is_wrong(each); });
    report(wrong);
  }

  /// What figures of the column are in: what its heading says, else what most of its cells say.
  std::optional<ColumnUnit> unit() const {
    if (heading_) return ColumnUnit{*heading_, table_.heading_place(column_)};
    if (units_.empty()) return std::nullopt;
    const std::string_view usual = usual_unit(units_);
    const auto known = known_unit(usual);
    if (!known) return std::nullopt;
    const auto first = std::ranges::find(units_, usual, &CellUnit::unit);
    return ColumnUnit{*known, table_.place(first->row, column_)};
  }

 private:
  const std::string& heading() const { return table_.header()[static_cast<std::size_t>(column_)]; }

  bool is_against_heading(const CellUnit& cell) const {
    const auto known = heading_ ? known_unit(cell.unit) : std::nullopt;
    return known && contradict(*known, *heading_);
  }

  // Where the heading says a unit, cells that agree with it are right, however few they are.
  bool is_wrong(const CellUnit& cell) const {
    if (is_against_heading(cell)) return true;
    const auto usual = heading_ ? known_unit(usual_) : std::nullopt;
    return cell.unit != usual_ && !(usual && contradict(*usual, *heading_));
  }

  void report(const std::vector<CellUnit>& wrong) const {
    tell_first(wrong.size(), [&](std::size_t at, const Message& more) {
      const Place place = table_.place(wrong[at].row, column_);
      const std::string_view cell = table_.cell(wrong[at].row, column_);
      if (is_against_heading(wrong[at]))
        report_against_heading(subject_, place, cell, heading(), more);
      else
        report_unit(subject_, place, cell, usual_, more);
    });
  }

  const Subject& subject_;
  const Table& table_;
  int source_, column_;
  std::vector<CellUnit> units_;
  std::optional<KnownUnit> heading_;
  std::string_view usual_;
};

// The unit of a whole table, as a cell above its headings says it; none where several do.
std::optional<ColumnUnit> unit_above(const Table& table) {
  std::optional<ColumnUnit> found;
  for (const UnitAbove& each : table.units_above()) {
    auto unit = unit_of_heading(each.text);
    if (!unit) unit = known_unit(each.text);
    if (!unit || found) return std::nullopt;
    found = ColumnUnit{*unit, each.place, true};
  }
  return found;
}

// All columns of a source that hold a measure, those of several periods too.
std::vector<int> columns_with(const Source& source, const Table& table,
                              const std::string& measure) {
  std::vector<int> columns;
  const auto add = [&](const std::string& heading) {
    if (const auto column = table.column(heading)) columns.push_back(*column);
  };
  for (const auto& [name, heading] : source.measures)
    if (name == measure) add(heading);
  for (const Unpivot& unpivot : source.unpivots)
    if (unpivot.measure == measure)
      for (const auto& [heading, meaning] : unpivot.columns) add(heading);
  return columns;
}

void report_indicator(const Subject& subject, const Indicator& indicator,
                      const ColumnUnit& column) {
  subject.warning(
      column.place, "indicator.unit",
      {fmt::format("この列の単位は{}ですが、指標「{}」の単位は{}です。換算はしないので、{} の unit "
                   "を表に合わせるか、読む列を確かめてください",
                   column.unit.word, indicator.title, indicator.unit, indicator.place.file),
       fmt::format("this column is in {}, but the indicator \"{}\" in {}; nothing is converted: "
                   "let unit in {} be that of the table, or see whether this is the right column",
                   column.unit.word, indicator.title, indicator.unit, indicator.place.file)});
}

using UnitsOfColumns = std::map<int, ColumnUnit>;

/// Compares units of columns with those of the indicators that are added up from them.
class UnitsOfIndicators {
 public:
  UnitsOfIndicators(const Subject& subject, int source, const UnitsOfColumns& units)
      : subject_(subject), source_(source), units_(units) {}

  void check(const Indicator& indicator) const {
    const Source& source = subject_.source(source_);
    if (indicator.kind != IndicatorKind::count || !takes_from(indicator, source.id)) return;
    const auto unit = known_unit(indicator.unit);
    if (!unit) return;
    for (const int column :
         columns_with(source, subject_.table(source_), indicator.numerator.measure)) {
      const auto found = units_.find(column);
      if (found == units_.end() || !differ(found->second, *unit)) continue;
      return report_indicator(subject_, indicator, found->second);
    }
  }

 private:
  // 千人 above a table is not that of its columns of yen or of rates.
  static bool differ(const ColumnUnit& column, const KnownUnit& wanted) {
    const bool is_meant = !column.is_of_table || column.unit.kind == wanted.kind;
    return is_meant && contradict(column.unit, wanted);
  }

  const Subject& subject_;
  int source_;
  const UnitsOfColumns& units_;
};

/// Compares the units of the two sides of a share: 千人 of 人 would be a thousandth of it.
class UnitsOfShares {
 public:
  UnitsOfShares(const Subject& subject, const std::vector<UnitsOfColumns>& units)
      : subject_(subject), units_(units) {}

  void check(const Indicator& indicator) const {
    const auto unit = known_unit(indicator.unit);
    if (indicator.kind != IndicatorKind::ratio || !unit || unit->kind != UnitKind::share) return;
    const ColumnUnit* part = unit_of(indicator, indicator.numerator.measure);
    const ColumnUnit* whole = unit_of(indicator, indicator.denominator.measure);
    if (part == nullptr || whole == nullptr) return;
    if (part->unit.kind == whole->unit.kind && part->unit.size != whole->unit.size)
      report(indicator, *part, *whole);
  }

 private:
  const ColumnUnit* unit_of(const Indicator& indicator, const std::string& measure) const {
    for (int each = 0; each < subject_.sources(); ++each) {
      const Source& source = subject_.source(each);
      if (!takes_from(indicator, source.id)) continue;
      const auto& units = units_[static_cast<std::size_t>(each)];
      for (const int column : columns_with(source, subject_.table(each), measure))
        if (const auto found = units.find(column); found != units.end()) return &found->second;
    }
    return nullptr;
  }

  void report(const Indicator& indicator, const ColumnUnit& part, const ColumnUnit& whole) const {
    subject_.warning(
        part.place, "indicator.unit",
        {fmt::format("指標「{}」の分子の単位は{}ですが、分母の単位は{}です。換算はしないので、同じ"
                     "単位の列にしてください",
                     indicator.title, part.unit.word, whole.unit.word),
         fmt::format("of the indicator \"{}\" the numerator is in {}, but the denominator in {}; "
                     "nothing is converted: take columns in one unit",
                     indicator.title, part.unit.word, whole.unit.word)});
  }

  const Subject& subject_;
  const std::vector<UnitsOfColumns>& units_;
};

UnitsOfColumns checked_units(const Subject& subject, int source) {
  UnitsOfColumns units;
  const auto above = unit_above(subject.table(source));
  for (auto& [column, said] : units_of(subject, source)) {
    UnitsOfColumn looked_at(subject, source, column, std::move(said));
    looked_at.check();
    if (auto unit = looked_at.unit())
      units.emplace(column, *std::move(unit));
    else if (above)
      units.emplace(column, *above);
  }
  const UnitsOfIndicators compared(subject, source, units);
  for (const Indicator& indicator : subject.publication.indicators) compared.check(indicator);
  return units;
}

}  // namespace

void check_cell_units(const Subject& subject) {
  std::vector<UnitsOfColumns> units(static_cast<std::size_t>(subject.sources()));
  for (int source = 0; source < subject.sources(); ++source)
    if (subject.has_figures(source))
      units[static_cast<std::size_t>(source)] = checked_units(subject, source);
  const UnitsOfShares shares(subject, units);
  for (const Indicator& indicator : subject.publication.indicators) shares.check(indicator);
}

}  // namespace yokoten
