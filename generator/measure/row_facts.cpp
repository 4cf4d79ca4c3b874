#include "measure/row_facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "measure/cell_words.h"
#include "measure/name_report.h"
#include "measure/twice.h"
#include "model/cell_number.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

constexpr char between_cells = '\x1f';

}  // namespace

std::string_view trimmed_heading(const Table& table, int column) {
  return trimmed_text(table.header()[static_cast<std::size_t>(column)]);
}

bool is_code(std::string_view cell, std::size_t digits) {
  return cell.size() == digits && is_digits(cell);
}

RowFacts::RowFacts(const RowsOfSource& rows, Measured& measured, std::vector<Fact>& facts,
                   Findings& findings)
    : rows_(rows),
      source_(rows.source),
      table_(rows.table),
      areas_(rows.areas),
      layout_(rows.layout),
      measured_(measured),
      facts_(facts),
      findings_(findings),
      fixed_period_(measured.cube.period_id(rows.fixed_period)) {}

void RowFacts::read(int row) {
  table_.take(row, cells_);
  row_ = row;
  const RowRole role = row_role(source_, table_, row);
  const KnownArea found = role == RowRole::counted ? row_area(row) : KnownArea{};
  measured_.rows.back().push_back({found.area, found.match, role});
  if (!has_figures(source_) || role == RowRole::part) return;
  const bool total = role == RowRole::total;
  if (total && !is_first_total(row)) return;
  if (total && !total_is_of_area(row)) return;
  read_figures(row, total ? Areas::nation : found.area, total);
}

// Only a total of areas can stand for one, and not one over all periods.
bool RowFacts::total_is_of_area(int row) const {
  if (layout_.period >= 0 && trimmed_text(cell(row, layout_.period)).empty()) return false;
  return layout_.area >= 0 &&
         (source_.total_row->column.empty() || source_.total_row->column == source_.area_column);
}

std::string_view RowFacts::cell(int row, int column) const {
  if (column < 0) return {};
  return row == row_ ? cells_[static_cast<std::size_t>(column)] : table_.cell(row, column);
}

RowFacts::KnownArea RowFacts::row_area(int row) {
  if (!source_.fixed_area.empty()) return {areas_.by_code(source_.fixed_area), AreaMatch::fixed};
  if (layout_.area < 0) return {};
  const std::string_view front = cell(row, layout_.prefecture), name = cell(row, layout_.area);
  if (const KnownArea* known = known_area(front, name)) return *known;
  Resolution found = resolve_area(areas_, source_, front, name);
  if (rows_.has_long_codes && is_code(name, 5)) found = short_code(areas_, cell(row, layout_.area));
  if (is_of_before(row, found)) found = former_area(areas_, source_, front, found);
  if (found.area == Areas::none) {
    tell_name(row, found);
  } else if (found.match != AreaMatch::former || layout_.period < 0) {
    known_areas_[front][name] = {found.area, found.match};
  }
  return {found.area, found.match};
}

// 富谷町 or its code in a table of before it became 富谷市: right in its time, and the same area.
bool RowFacts::is_of_before(int row, const Resolution& found) const {
  if (found.area != Areas::none || found.former == Areas::none) return false;
  const auto change = parse_date(found.changes.front()->date);
  const auto is_earlier = [&](const std::optional<Period>& period) {
    return change && period && period->kind != PeriodKind::none && first_day(*period) < *change;
  };
  const auto own = layout_.period < 0
                       ? std::optional(rows_.fixed_period)
                       : period_below(rows_.years, trimmed_text(cell(row, layout_.period)));
  const bool is_right = std::all_of(
      layout_.figures.begin(), layout_.figures.end(),
      [&](const FigureColumn& each) { return is_earlier(each.period ? each.period : own); });
  return is_right && (!layout_.figures.empty() || is_earlier(own));
}

void RowFacts::tell_name(int row, Resolution found) {
  const bool in_front = layout_.prefecture >= 0 && (found.fault == AreaFault::no_prefecture ||
                                                    found.fault == AreaFault::wrong_prefecture);
  const int column = in_front ? layout_.prefecture : layout_.area;
  const std::string_view name = trimmed_text(cell(row, column));
  if (!in_front) found.printed = name;
  found.heading = source_.area_column;
  if (source_.report) return;  // asked about as report.area, unless it is a test
  if (rows_.names_prefectures && names_prefecture(areas_, name)) return;
  findings_.push_back(name_error(areas_, found, table_.place(row, column)));
}

// Most rows name an area that an earlier one named, most often the one above.
const RowFacts::KnownArea* RowFacts::known_area(std::string_view front, std::string_view name) {
  if (last_area_ != nullptr && name == last_name_ && front == last_front_) return last_area_;
  const auto own = known_areas_.find(front);
  if (own == known_areas_.end()) return nullptr;
  const auto at = own->second.find(name);
  if (at == own->second.end()) return nullptr;
  last_front_ = front;
  last_name_ = name;
  return last_area_ = &at->second;
}

int RowFacts::row_period(int row) {
  if (layout_.period < 0) return fixed_period_;
  const std::string_view text = trimmed_text(cell(row, layout_.period));
  if (last_period_ != nullptr && text == last_period_->first) return last_period_->second;
  if (const auto at = known_periods_.find(text); at != known_periods_.end()) {
    last_period_ = &*at;
    return at->second;
  }
  if (const auto period = period_below(rows_.years, text))
    return known_periods_[text] = measured_.cube.period_id(*period);
  report(row, layout_.period, "cell.period", why_no_period_below(text));
  return Areas::none;
}

Message RowFacts::why_no_period_below(std::string_view text) const {
  const std::string_view heading = trimmed_heading(table_, layout_.period);
  if (rows_.years == YearsBelow::unclear && fiscal_year_of_cell(text))
    return year_unclear(text, heading);
  if (rows_.years == YearsBelow::fiscal && period_in_column(text))
    return year_contradicts(text, heading);
  return period_wanted(text);
}

// Where rows are sorted by area, their parts come again and again in the same order.
RowFacts::KnownParts& RowFacts::row_parts(int row) {
  KnownParts* const expected = last_parts_ == nullptr ? nullptr : last_parts_->next;
  if (expected != nullptr && are_of(row, *expected)) return *(last_parts_ = expected);
  KnownParts& found = found_parts(row);
  if (last_parts_ != nullptr) last_parts_->next = &found;
  return *(last_parts_ = &found);
}

bool RowFacts::are_of(int row, const KnownParts& parts) const {
  return std::ranges::equal(
      layout_.breakdown, parts.parts, {},
      [&](const auto& each) { return trimmed_text(cell(row, each.second)); },
      [](const auto& each) -> std::string_view { return each.second; });
}

RowFacts::KnownParts& RowFacts::found_parts(int row) {
  joined_.clear();
  for (const auto& [key, column] : layout_.breakdown)
    joined_.append(trimmed_text(cell(row, column))) += between_cells;
  const auto [at, added] = known_parts_.try_emplace(joined_);
  if (!added) return at->second;
  for (const auto& [key, column] : layout_.breakdown) {
    at->second.parts.emplace_back(key, trimmed_text(cell(row, column)));
    const std::string& part = at->second.parts.back().second;
    if (at->second.empty < 0 && (part.empty() || is_ditto(part))) at->second.empty = column;
  }
  at->second.breakdown = measured_.breakdown_id(at->second.parts);
  return at->second;
}

void RowFacts::read_figures(int row, int area, bool total) {
  const int period = row_period(row);
  if (area == Areas::none || period < 0) return;
  KnownParts& parts = row_parts(row);
  // The total of an area has no part; what is a part has a name.
  if (parts.empty >= 0 && !total)
    return report(
        row, parts.empty, "part.empty",
        part_wanted(trimmed_heading(table_, parts.empty), trimmed_text(cell(row, parts.empty))));
  if (!total && !is_first(row, {area, period, parts.breakdown})) return;
  Fact fact{.area = area,
            .row = row,
            .source = static_cast<std::int16_t>(rows_.number),
            .column = static_cast<std::int16_t>(layout_.area),
            .measure = layout_.listed,
            .period = period,
            .breakdown = parts.breakdown,
            .value = Decimal{1, 0},
            .total = total};
  if (is_corrected(row, layout_.area)) fact.flags |= corrected;
  if (layout_.listed >= 0) facts_.push_back(fact);
  for (std::size_t at = 0; at < layout_.figures.size(); ++at) read_cell(fact, parts, at);
}

bool RowFacts::is_first(int row, const RowKey& key) {
  if (keys_ != nullptr) {
    keys_->push_back(key);
    return true;
  }
  const int first = first_rows_.first(packed(key), row);
  if (first != row) report_twice(row, first, areas_.at(key.area).name);
  return first == row;
}

// Total rows are told apart by the texts of all their keys.
bool RowFacts::is_first_total(int row) {
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
int RowFacts::contradiction(int row, int first) const {
  for (const FigureColumn& each : layout_.figures)
    if (trimmed_text(table_.cell(row, each.column)) !=
        trimmed_text(table_.cell(first, each.column)))
      return each.column;
  return -1;
}

void RowFacts::report_twice(int row, int first, const std::string& name) {
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
  report(row, column, "area.twice",
         {fmt::format("{} が2度あります（{}:{}:{} と同じ地域・時点・内訳）{}", name, table_.file(),
                      line, column + 1, ja),
          fmt::format("{} stands twice (same area, period and part as {}:{}:{}){}", name,
                      table_.file(), line, column + 1, en)});
}

// Breakdown of a column: that of the row, with the heading's part behind it.
int RowFacts::cell_breakdown(KnownParts& row, std::size_t figure) {
  const Parts& own = layout_.figures[figure].parts;
  if (own.empty()) return row.breakdown;
  if (row.of_figures.empty()) row.of_figures.assign(layout_.figures.size(), -1);
  if (row.of_figures[figure] < 0) {
    Parts all = row.parts;
    all.insert(all.end(), own.begin(), own.end());
    row.of_figures[figure] = measured_.breakdown_id(all);
  }
  return row.of_figures[figure];
}

int RowFacts::column_period(std::size_t figure) {
  if (column_periods_.empty()) column_periods_.assign(layout_.figures.size(), -1);
  if (column_periods_[figure] < 0)
    column_periods_[figure] = measured_.cube.period_id(*layout_.figures[figure].period);
  return column_periods_[figure];
}

void RowFacts::read_cell(Fact fact, KnownParts& parts, std::size_t figure) {
  const FigureColumn& column = layout_.figures[figure];
  const std::string_view text = cell(fact.row, column.column);
  const auto number = read_number(text, source_);
  if (!number) return report(fact.row, column.column, "cell.number", number_wanted(text));
  if (number->value && table_.is_covered(fact.row, column.column))
    return report(fact.row, column.column, "cell.merged", number_in_merged_cells(text));
  fact.column = static_cast<std::int16_t>(column.column);
  fact.measure = column.measure;
  fact.breakdown = cell_breakdown(parts, figure);
  if (column.period) fact.period = column_period(figure);
  if (number->period) fact.period = measured_.cube.period_id(*number->period);
  fact.missing = number->missing;
  if (number->value) fact.value = *number->value;
  fact.flags = number->flags;
  if (is_corrected(fact.row, column.column)) fact.flags |= corrected;
  if (rows_.may_collide && !fact.total && !is_first_figure(fact)) return;
  facts_.push_back(fact);
}

bool RowFacts::is_first_figure(const Fact& fact) {
  const Place place = table_.place(fact.row, fact.column);
  const std::tuple key(fact.measure, fact.area, fact.period, fact.breakdown);
  const auto [at, added] = figures_.try_emplace(key, place);
  const auto measure = static_cast<std::size_t>(fact.measure);
  if (!added)
    findings_.push_back(
        figure_twice(areas_.at(fact.area).name, measured_.measures[measure], at->second, place));
  return added;
}

void RowFacts::report(int row, int column, const char* code, Message message) {
  add_finding(findings_, Level::error, table_.place(row, column), code, std::move(message));
}

// A figure is corrected where its own cell is, or one that says what it is a figure of.
bool RowFacts::is_corrected(int row, int column) const {
  for (const auto& [line, at] : rows_.corrected)
    if ((at == column || tells_of_rows(at)) && line == table_.file_row(row)) return true;
  return false;
}

bool RowFacts::tells_of_rows(int column) const {
  if (column == layout_.area || column == layout_.prefecture || column == layout_.period)
    return true;
  return std::any_of(layout_.breakdown.begin(), layout_.breakdown.end(),
                     [&](const auto& each) { return each.second == column; });
}

}  // namespace yokoten
