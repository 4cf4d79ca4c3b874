#include "check/period_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/period_headings.h"

namespace yokoten {
namespace {

bool runs_one_way(const std::vector<Period>& periods) {
  const auto forwards = [](Period a, Period b) { return order(a, b) < 0; };
  const auto backwards = [](Period a, Period b) { return order(a, b) > 0; };
  return std::is_sorted(periods.begin(), periods.end(), forwards) ||
         std::is_sorted(periods.begin(), periods.end(), backwards);
}

void report_order(const Subject& subject, const Place& place, Period before, Period after) {
  subject.warning(
      place, "period.order",
      {fmt::format("時点が前後して並んでいます（{} の次に {}）。見出しや時点の書き間違いがないか"
                   "確かめてください",
                   to_japanese(before), to_japanese(after)),
       fmt::format("the periods run neither forwards nor backwards ({} after {}); check headings "
                   "and dates",
                   to_text(after), to_text(before))});
}

// The first step against the way that most of them go, forwards where neither is the way of more.
std::size_t turning_point(const std::vector<Period>& periods) {
  std::size_t up = 0, down = 0;
  for (std::size_t at = 1; at < periods.size(); ++at)
    ++(order(periods[at - 1], periods[at]) < 0 ? up : down);
  for (std::size_t at = 1; at < periods.size(); ++at)
    if ((order(periods[at - 1], periods[at]) < 0) != (up >= down)) return at;
  return 0;
}

void check_columns(const Subject& subject, int source) {
  const Table& table = subject.table(source);
  for (const Unpivot& unpivot : subject.source(source).unpivots) {
    if (unpivot.into != "period") continue;
    std::map<int, Period> by_column;
    for (const auto& [heading, code] : unpivot.columns) {
      const auto column = table.column(heading);
      const auto period = parse_period(code);
      if (column && period) by_column[*column] = *period;
    }
    std::vector<int> columns;
    std::vector<Period> periods;
    for (const auto& [column, period] : by_column) {
      columns.push_back(column);
      periods.push_back(period);
    }
    if (runs_one_way(periods)) continue;
    const std::size_t at = turning_point(periods);
    report_order(subject, table.heading_place(columns[at]), periods[at - 1], periods[at]);
  }
}

/// The periods of the rows of one series so far: forwards, backwards or, where both, neither.
struct Way {
  Period last;
  bool begun = false;
  int direction = 0;

  /// Whether they still run one way with this one.
  bool goes_on(Period next) {
    if (begun && next == last) return true;
    const auto step = begun ? order(last, next) : std::strong_ordering::equal;
    begun = true;
    last = next;
    if (step == 0) return true;
    const int now = step < 0 ? 1 : -1;
    return std::exchange(direction, now) != -now;
  }
};

/// The periods that the cells of a column say, each text read once; empty for those of the future.
class PeriodsOfRows {
 public:
  PeriodsOfRows(const Table& table, int column, Date end)
      : table_(table),
        column_(column),
        end_(end),
        years_(years_below(table_.header()[static_cast<std::size_t>(column)])) {}

  const std::optional<Period>& of(int row) {
    const std::string_view cell = table_.cell(row, column_);
    if (last_ == nullptr || cell != last_->first) {
      const auto [at, added] = known_.try_emplace(cell);
      if (added) at->second = read(cell);
      last_ = &*at;
    }
    return last_->second;
  }

 private:
  using Known = std::unordered_map<std::string_view, std::optional<Period>>;

  std::optional<Period> read(std::string_view cell) const {
    const auto period = period_below(years_, trimmed_text(cell));
    return period && !(end_ < first_day(*period)) ? period : std::nullopt;
  }

  const Table& table_;
  int column_;
  Date end_;
  YearsBelow years_;
  Known known_;
  const Known::value_type* last_ = nullptr;  ///< of the row that was asked before
};

/// Tells the series that rows belong to: those of one area and part, or of one total.
class SeriesOfRows {
 public:
  SeriesOfRows(const Subject& subject, int number)
      : subject_(subject), number_(number), table_(subject.table(number)) {
    const Source& source = subject.source(number);
    for (const auto& [key, heading] : source.breakdown) add(heading, parts_);
    add(source.prefecture_column, names_);
    add(source.area_column, names_);
    for (const auto& rule : {source.total_row, source.of_which})
      if (rule) add(rule->column, names_);
  }

  /// A number for each area, and one for all totals. Rows are asked in their order.
  std::uint32_t area_of(int row) {
    const RowRole role = subject_.role(number_, row);
    if (role == RowRole::counted)
      area_ = subject_.measured.rows[static_cast<std::size_t>(number_)].area(row);
    // Of which rows are parts of the one above, totals are told apart by what they are called.
    return role == RowRole::total ? 0 : static_cast<std::uint32_t>(area_ + 1);
  }

  /// A number for each series. Rows are asked in their order.
  std::size_t of(int row) {
    std::uint32_t series = area_of(row);
    if (subject_.role(number_, row) != RowRole::counted) series = narrowed(series, row, names_);
    return narrowed(series, row, parts_);
  }

 private:
  void add(const std::string& heading, std::vector<int>& columns) const {
    const auto column = heading.empty() ? std::nullopt : table_.column(heading);
    if (column) columns.push_back(*column);
  }

  // Numbers of areas come first, then those of what is told by the texts of these columns.
  std::uint32_t narrowed(std::uint32_t series, int row, const std::vector<int>& columns) {
    for (const int column : columns) {
      const auto text = texts_.try_emplace(trimmed_text(table_.cell(row, column)), texts_.size());
      const std::uint64_t key = std::uint64_t{series} << 32U | text.first->second;
      const std::size_t next = static_cast<std::size_t>(subject_.areas.size()) + 1 + known_.size();
      series = known_.try_emplace(key, static_cast<std::uint32_t>(next)).first->second;
    }
    return series;
  }

  const Subject& subject_;
  int number_;
  const Table& table_;
  std::vector<int> names_, parts_;
  int area_ = Areas::none;
  std::unordered_map<std::string_view, std::size_t> texts_;
  std::unordered_map<std::uint64_t, std::uint32_t> known_;
};

// Then all series of the areas do too, so that most tables need no look at the parts.
bool areas_run_one_way(const Subject& subject, int source, PeriodsOfRows& periods) {
  SeriesOfRows series(subject, source);
  std::vector<Way> ways(static_cast<std::size_t>(subject.areas.size()) + 1);
  for (int row = 0; row < subject.table(source).rows(); ++row) {
    Way& way = ways[series.area_of(row)];
    const auto& period = periods.of(row);
    if (period && !way.goes_on(*period)) return false;
  }
  return true;
}

// The rows of each area and part, once a source. Groups stand in the order of their first rows,
// which says nothing of the file.
void check_rows(const Subject& subject, int source, Date end) {
  const Table& table = subject.table(source);
  if (table.is_grouped()) return;
  const auto column = table.column(subject.source(source).period_column);
  if (subject.source(source).period_column.empty() || !column) return;
  PeriodsOfRows periods(table, *column, end);
  if (areas_run_one_way(subject, source, periods)) return;
  SeriesOfRows series(subject, source);
  std::vector<Way> ways;
  for (int row = 0; row < table.rows(); ++row) {
    const std::size_t own = series.of(row);
    const auto& period = periods.of(row);
    if (!period) continue;
    if (own >= ways.size()) ways.resize(own + 1);
    Way& way = ways[own];
    const Period before = way.last;
    if (!way.goes_on(*period))
      return report_order(subject, table.place(row, *column), before, *period);
  }
}

}  // namespace

void check_period_order(const Subject& subject, int source, Date end) {
  check_columns(subject, source);
  check_rows(subject, source, end);
}

}  // namespace yokoten
