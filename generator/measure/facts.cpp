#include "measure/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/text.h"
#include "measure/area_code.h"
#include "measure/cell_words.h"
#include "measure/first_rows.h"
#include "measure/layout.h"
#include "measure/name_report.h"
#include "measure/printed_totals.h"
#include "measure/resolve.h"
#include "measure/twice.h"
#include "model/cell_number.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

constexpr char between_cells = '\x1f';

/// What the cells of a row stand for that name its area, or its parts.
struct KnownArea {
  int area = Areas::none;
  AreaMatch match = AreaMatch::none;
};
struct KnownParts {
  Parts parts;
  int breakdown = 0;
  int empty = -1;  ///< the first column without a text
};

class FactReader {
 public:
  FactReader(Publication& publication, int number, const Areas& areas, Measured& measured,
             Findings& findings)
      : publication_(publication),
        number_(number),
        source_(publication.sources[static_cast<std::size_t>(number)]),
        table_(publication.tables[static_cast<std::size_t>(number)]),
        areas_(areas),
        measured_(measured),
        findings_(findings),
        layout_(lay_out(source_, table_, measured, findings)) {}

  void read() {
    may_collide_ = may_collide(source_, layout_);
    fixed_period_ = measured_.cube.period_id(fixed_period(source_));
    find_corrected_cells();
    check_fixed_area();
    has_long_codes_ = find_long_codes();
    periods_are_fiscal_ = layout_.period >= 0 && heading(layout_.period).ends_with("年度");
    const auto rows = static_cast<std::size_t>(table_.rows());
    const std::size_t first = measured_.facts.size();
    measured_.facts.reserve(first + rows * layout_.figures.size());
    for (int row = 0; row < table_.rows(); ++row) read_row(row);
    if (source_.total_row) place_totals(source_, table_, layout_, areas_, measured_, first);
    tell_corrections();
  }

 private:
  bool is_counted_kind() const {
    return source_.kind == SourceKind::figures || source_.kind == SourceKind::list;
  }

  void read_row(int row) {
    table_.take(row, cells_);
    row_ = row;
    const RowRole role = row_role(source_, table_, row);
    const Resolution found = role == RowRole::counted ? row_area(row) : Resolution{};
    measured_.row_roles.back().push_back(role);
    measured_.row_areas.back().push_back(found.area);
    measured_.row_matches.back().push_back(found.match);
    if (!is_counted_kind() || role == RowRole::part) return;
    const bool total = role == RowRole::total;
    if (total && !is_first_total(row)) return;
    if (total && !total_is_of_area(row)) return;
    read_figures(row, total ? Areas::nation : found.area, total);
  }

  // Only a total of areas can stand for one, and not one over all periods.
  bool total_is_of_area(int row) const {
    if (layout_.period >= 0 && trimmed_text(cell(row, layout_.period)).empty()) return false;
    return layout_.area >= 0 &&
           (source_.total_row->column.empty() || source_.total_row->column == source_.area_column);
  }

  std::string_view cell(int row, int column) const {
    if (column < 0) return {};
    return row == row_ ? cells_[static_cast<std::size_t>(column)] : table_.cell(row, column);
  }

  std::string_view heading(int column) const {
    return trimmed_text(table_.header()[static_cast<std::size_t>(column)]);
  }

  void check_fixed_area() {
    if (source_.fixed_area.empty() || areas_.by_code(source_.fixed_area) != Areas::none) return;
    Resolution unknown;
    unknown.fault = AreaFault::bad_code;
    unknown.name = source_.fixed_area;
    findings_.push_back(name_error(areas_, unknown, source_.place));
  }

  Resolution row_area(int row) {
    if (!source_.fixed_area.empty()) {
      const int area = areas_.by_code(source_.fixed_area);
      return {area, AreaMatch::fixed, AreaFault::none, Areas::none, {}, {}};
    }
    if (layout_.area < 0) return {};
    const std::string_view front = cell(row, layout_.prefecture), name = cell(row, layout_.area);
    if (const KnownArea* known = known_area(front, name))
      return {known->area, known->match, AreaFault::none, Areas::none, {}, {}};
    Resolution found = resolve_area(areas_, source_, front, name);
    if (has_long_codes_ && is_code(row, 5)) found = short_code(areas_, cell(row, layout_.area));
    if (found.area == Areas::none) {
      const bool in_front = layout_.prefecture >= 0 && (found.fault == AreaFault::no_prefecture ||
                                                        found.fault == AreaFault::wrong_prefecture);
      const int column = in_front ? layout_.prefecture : layout_.area;
      if (!in_front) found.printed = trimmed_text(name);
      if (source_.report) return found;  // asked about as report.area, unless it is a test
      findings_.push_back(name_error(areas_, found, table_.place(row, column)));
    } else {
      known_areas_[front][name] = {found.area, found.match};
    }
    return found;
  }

  // Most rows name an area that an earlier one named, most often the one above.
  const KnownArea* known_area(std::string_view front, std::string_view name) {
    if (last_area_ != nullptr && name == last_name_ && front == last_front_) return last_area_;
    const auto own = known_areas_.find(front);
    if (own == known_areas_.end()) return nullptr;
    const auto at = own->second.find(name);
    if (at == own->second.end()) return nullptr;
    last_front_ = front;
    last_name_ = name;
    return last_area_ = &at->second;
  }

  bool is_code(int row, std::size_t digits) const {
    const std::string_view text = cell(row, layout_.area);
    return text.size() == digits && is_digits(text);
  }

  // 000000 says nothing on the other rows: the nation has it in tables of five digits too.
  bool find_long_codes() const {
    for (int row = 0; row < table_.rows(); ++row)
      if (is_code(row, 6) && cell(row, layout_.area) != areas_.at(Areas::nation).code) return true;
    return false;
  }

  int row_period(int row) {
    if (layout_.period < 0) return fixed_period_;
    const std::string_view text = trimmed_text(cell(row, layout_.period));
    if (last_period_ != nullptr && text == last_period_->first) return last_period_->second;
    if (const auto at = known_periods_.find(text); at != known_periods_.end()) {
      last_period_ = &*at;
      return at->second;
    }
    const auto fiscal = periods_are_fiscal_ ? fiscal_year_of_cell(text) : std::nullopt;
    if (const auto period = fiscal ? fiscal : period_in_column(text))
      return known_periods_[text] = measured_.cube.period_id(*period);
    add_finding(findings_, Level::error, table_.place(row, layout_.period), "cell.period",
                period_wanted(text));
    return Areas::none;
  }

  const KnownParts& row_parts(int row) {
    joined_.clear();
    for (const auto& [key, column] : layout_.breakdown)
      joined_.append(trimmed_text(cell(row, column))) += between_cells;
    const auto [at, added] = known_parts_.try_emplace(joined_);
    if (!added) return at->second;
    for (const auto& [key, column] : layout_.breakdown) {
      at->second.parts.emplace_back(key, trimmed_text(cell(row, column)));
      if (at->second.empty < 0 && at->second.parts.back().second.empty()) at->second.empty = column;
    }
    at->second.breakdown = measured_.breakdown_id(at->second.parts);
    return at->second;
  }

  void read_figures(int row, int area, bool total) {
    const int period = row_period(row);
    if (area == Areas::none || period < 0) return;
    const auto& [parts, breakdown, empty] = row_parts(row);
    if (empty >= 0 && !total) return report_empty_part(row, empty);
    if (!total && !is_first(row, area, period, breakdown)) return;
    Fact fact{.area = area,
              .row = row,
              .source = static_cast<std::int16_t>(number_),
              .column = static_cast<std::int16_t>(layout_.area),
              .measure = layout_.listed,
              .period = period,
              .breakdown = breakdown,
              .value = Decimal{1, 0},
              .total = total};
    if (is_corrected(row, layout_.area)) fact.flags |= corrected;
    if (layout_.listed >= 0) measured_.facts.push_back(fact);
    for (std::size_t at = 0; at < layout_.figures.size(); ++at) read_cell(fact, parts, at);
  }

  bool is_first(int row, int area, int period, int breakdown) {
    const int first = rows_.first(row_key(area, period, breakdown), row);
    if (first != row) report_twice(row, first, areas_.at(area).name);
    return first == row;
  }

  // Total rows are told apart by the texts of all their keys.
  bool is_first_total(int row) {
    std::string key;
    std::vector<int> columns = {layout_.prefecture, layout_.area, layout_.period};
    for (const auto& [name, column] : layout_.breakdown) columns.push_back(column);
    if (const auto own = table_.column(source_.total_row->column)) columns.push_back(*own);
    for (const int column : columns) key += std::string(cell(row, column)) + between_cells;
    const auto [at, added] = totals_.try_emplace(key, row);
    const int named = table_.column(source_.total_row->column).value_or(layout_.area);
    if (!added) report_twice(row, at->second, std::string(cell(row, named)));
    return added;
  }

  // The first column in which two rows differ that should be the same; -1 where none does.
  int contradiction(int row, int first) const {
    for (const FigureColumn& each : layout_.figures)
      if (trimmed_text(table_.cell(row, each.column)) !=
          trimmed_text(table_.cell(first, each.column)))
        return each.column;
    return -1;
  }

  void report_twice(int row, int first, const std::string& name) {
    const int column = std::max(layout_.area, 0);
    const int line = table_.file_row(first), differs = contradiction(row, first);
    std::string ja = "。値も同じなので、どちらかを除いてください", en = "; remove one";
    if (differs >= 0) {
      const std::string& heading = table_.header()[static_cast<std::size_t>(differs)];
      const auto there = table_.cell(first, differs), here = table_.cell(row, differs);
      ja = fmt::format(
          "が、「{}」が {} と {} で食い違います。正しいほうを残すか、項目ごとの行なら"
          "その列を [source.breakdown] に書いてください",
          heading, there, here);
      en = fmt::format(
          ", but {} is {} there and {} here; keep the right one, or name the column "
          "that tells items apart under [source.breakdown]",
          heading, there, here);
    }
    add_finding(findings_, Level::error, table_.place(row, column), "area.twice",
                {fmt::format("{} が2度あります（{}:{}:{} と同じ地域・時点・内訳）{}", name,
                             table_.file(), line, column + 1, ja),
                 fmt::format("{} stands twice (same area, period and part as {}:{}:{}){}", name,
                             table_.file(), line, column + 1, en)});
  }

  // Breakdown of a column: that of the row, with the heading's part behind it.
  int cell_breakdown(const Fact& row, const Parts& row_parts, std::size_t figure) {
    const Parts& own = layout_.figures[figure].parts;
    if (own.empty()) return row.breakdown;
    if (!row_parts.empty()) {
      Parts all = row_parts;
      all.insert(all.end(), own.begin(), own.end());
      return measured_.breakdown_id(all);
    }
    if (column_breakdowns_.empty()) column_breakdowns_.assign(layout_.figures.size(), -1);
    if (column_breakdowns_[figure] < 0) column_breakdowns_[figure] = measured_.breakdown_id(own);
    return column_breakdowns_[figure];
  }

  void read_cell(Fact fact, const Parts& parts, std::size_t figure) {
    const FigureColumn& column = layout_.figures[figure];
    const std::string_view text = cell(fact.row, column.column);
    const auto number = read_number(text, source_);
    if (!number) return report_number(fact.row, column.column, text);
    if (number->value && table_.is_covered(fact.row, column.column))
      return report_merged(fact.row, column.column, text);
    fact.column = static_cast<std::int16_t>(column.column);
    fact.measure = column.measure;
    fact.breakdown = cell_breakdown(fact, parts, figure);
    if (column.period) fact.period = measured_.cube.period_id(*column.period);
    if (number->period) fact.period = measured_.cube.period_id(*number->period);
    fact.missing = number->missing;
    if (number->value) fact.value = *number->value;
    fact.flags = number->flags;
    if (is_corrected(fact.row, column.column)) fact.flags |= corrected;
    if (may_collide_ && !fact.total && !is_first_figure(fact)) return;
    measured_.facts.push_back(fact);
  }

  bool is_first_figure(const Fact& fact) {
    const Place place = table_.place(fact.row, fact.column);
    const std::tuple key(fact.measure, fact.area, fact.period, fact.breakdown);
    const auto [at, added] = figures_.try_emplace(key, place);
    const auto measure = static_cast<std::size_t>(fact.measure);
    if (!added)
      findings_.push_back(
          figure_twice(areas_.at(fact.area).name, measured_.measures[measure], at->second, place));
    return added;
  }

  void report_number(int row, int column, std::string_view text) {
    add_finding(findings_, Level::error, table_.place(row, column), "cell.number",
                number_wanted(text));
  }

  void report_merged(int row, int column, std::string_view text) {
    add_finding(findings_, Level::error, table_.place(row, column), "cell.merged",
                number_in_merged_cells(text));
  }

  // The total of an area has no part; what is a part has a name.
  void report_empty_part(int row, int column) {
    add_finding(findings_, Level::error, table_.place(row, column), "part.empty",
                part_wanted(heading(column)));
  }

  // Columns and lines of the corrections of this source.
  void find_corrected_cells() {
    for (const Correction& each : publication_.corrections) {
      const auto column = each.source == source_.id ? table_.column(each.column) : std::nullopt;
      if (column) corrected_.emplace_back(each.row, *column);
    }
  }

  // A figure is corrected where its own cell is, or one that says what it is a figure of.
  bool is_corrected(int row, int column) const {
    for (const auto& [line, at] : corrected_)
      if ((at == column || tells_of_rows(at)) && line == table_.file_row(row)) return true;
    return false;
  }

  bool tells_of_rows(int column) const {
    if (column == layout_.area || column == layout_.prefecture || column == layout_.period)
      return true;
    return std::any_of(layout_.breakdown.begin(), layout_.breakdown.end(),
                       [&](const auto& each) { return each.second == column; });
  }

  void tell_corrections() {
    for (Correction& each : publication_.corrections) {
      if (each.source != source_.id) continue;
      if (const auto row = table_.row_at(each.row))
        each.area = measured_.row_areas.back()[static_cast<std::size_t>(*row)];
    }
  }

  Publication& publication_;
  int number_;
  const Source& source_;
  const Table& table_;
  const Areas& areas_;
  Measured& measured_;
  Findings& findings_;
  Layout layout_;
  int fixed_period_ = 0;
  std::vector<int> column_breakdowns_;
  std::vector<std::pair<int, int>> corrected_;
  FirstRows rows_;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, KnownArea>>
      known_areas_;
  std::vector<std::string_view> cells_;  // of row_
  int row_ = -1;
  std::string_view last_front_, last_name_;
  const KnownArea* last_area_ = nullptr;  // of these texts
  std::unordered_map<std::string_view, int> known_periods_;
  const std::pair<const std::string_view, int>* last_period_ = nullptr;
  std::unordered_map<std::string, KnownParts> known_parts_;
  std::string joined_;
  std::map<std::string, int> totals_;
  bool may_collide_ = false;
  bool has_long_codes_ = false;                              // six digits in the column of areas
  bool periods_are_fiscal_ = false;                          // 2024 below 年度
  std::map<std::tuple<int, int, int, int>, Place> figures_;  // kept only where they may collide
};

}  // namespace

Period fixed_period(const Source& source) {
  if (source.period) return *source.period;
  return parse_period(source.as_of).value_or(Period{});
}

void read_facts(Publication& publication, int source, const Areas& areas, Measured& measured,
                Findings& findings) {
  measured.row_areas.emplace_back();
  measured.row_matches.emplace_back();
  measured.row_roles.emplace_back();
  FactReader(publication, source, areas, measured, findings).read();
}

}  // namespace yokoten
