#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/progress_text.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/table_frame.h"
#include "page/target_text.h"

namespace yokoten {
namespace {

using Ids = std::vector<int>;

// All periods that one of the indicators has a figure or a reason at, oldest first.
std::vector<int> periods_of(const Book& book, const Ids& ids) {
  std::vector<int> periods;
  for (const int id : ids)
    for (const FoundObservation& each : book.measured.cube.series(id, book.home))
      if (std::find(periods.begin(), periods.end(), each->period) == periods.end())
        periods.push_back(each->period);
  std::stable_sort(periods.begin(), periods.end(),
                   [&](int a, int b) { return book.measured.cube.is_before(a, b); });
  return periods;
}

std::set<int> years_of(const Book& book, const Ids& ids) {
  std::set<int> years;
  for (const int id : ids)
    for (const Target& target : book.indicator(id).targets) years.insert(target.year);
  return years;
}

const Target* target_of(const Book& book, int id, int year) {
  for (const Target& target : book.indicator(id).targets)
    if (target.year == year) return &target;
  return nullptr;
}

TableCell value_cell(const Book& book, int id, int period) {
  const FoundObservation seen = book.measured.cube.find(id, book.home, period);
  if (seen == nullptr) return number_state_cell(book.word("state.unpublished"));
  const Figure figure{id, book.home, 0, seen};
  if (!figure.has_value() && !figure.is_bound())
    return number_state_cell(missing_text(book, figure));
  TableCell cell = number_cell(value_text(book, figure), true);
  cell.tag = flag_tag(book, figure);
  return cell;
}

// Of one whose date is past, whether it was met; nothing where a bound leaves that open.
std::string end_tag(const Book& book, int id, const Target& target) {
  if (!target.number || !is_past(book, target)) return {};
  const TargetEnd end = end_of(book, id, target);
  if (end.figure.observation == nullptr) return book.word("page.target_open");
  if (!end.is_met && !end.figure.has_value()) return {};
  return book.word(end.is_met ? "page.target_met" : "page.target_missed",
                   {period_text(book, end.figure), value_text(book, end.figure)});
}

TableCell target_cell(const Book& book, int id, int year) {
  const Target* target = target_of(book, id, year);
  if (target == nullptr || target->kind == Target::Kind::not_set)
    return number_state_cell(book.word("state.not_set"));
  TableCell cell = number_cell(target_text(book, id, *target));
  cell.tag = end_tag(book, id, *target);
  return cell;
}

// Only words are grey: 達成 and distances are figures.
TableCell gap_cell(const Book& book, int id, int year) {
  const Target* target = target_of(book, id, year);
  const Figure figure = newest_figure(book, id, book.home);
  if (target == nullptr || target->kind == Target::Kind::not_set)
    return number_state_cell(book.word("state.not_set"));
  const std::string text = progress_text(book, figure, *target);
  if (text.empty()) return number_state_cell(book.word("state.not_applicable"));
  const bool known = (figure.has_value() || figure.is_bound()) && !figure.is_planned();
  return known ? number_cell(text) : number_state_cell(text);
}

constexpr std::size_t most_columns = 3;  // more indicators than these are rows

TableCell newest_cell(const Book& book, const Figure& figure) {
  if (figure.observation == nullptr) return number_state_cell(book.word("state.unpublished"));
  return value_cell(book, figure.indicator, figure.observation->period);
}

/// Values, targets and what is still missing of the next one; an indicator a column, or a row
/// where there are many.
class Targets final : public Block {
 public:
  explicit Targets(Options& options) : indicators_(options.indicators()) {
    if (!options.on_indicator_page()) options.toml().require("indicators");
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    const Ids ids = indicators_.empty() ? Ids{context.indicator} : indicators_;
    const std::set<int> years = years_of(book, ids);
    if (years.empty()) return {};
    TableFrame frame;
    frame.caption = book.word("page.targets_table");
    if (ids.size() > most_columns)
      fill_rows(context, frame, ids, years);
    else
      fill_columns(frame, book, ids, years);
    frame.source_html = source_html(context, ids);
    const char* id = context.first("targets") ? " id=\"targets\"" : "";
    return fmt::format("<div{}>\n{}</div>\n", id, table_html(context, frame));
  }

 private:
  template <typename Cell>
  static void add(TableFrame& frame, const std::string& name, const Ids& ids, Cell cell) {
    TableRow row;
    row.name = name;
    for (const int id : ids) row.cells.push_back(cell(id));
    frame.rows.push_back(std::move(row));
  }

  static std::string period_name(const Book& book, int period) {
    const std::string text = date_text(book, book.measured.cube.period(period));
    return text.empty() ? book.word("page.no_as_of") : text;
  }

  static void fill_columns(TableFrame& frame, const Book& book, const Ids& ids,
                           const std::set<int>& years) {
    frame.columns = {{.title = book.word("page.period"), .unit = {}}};
    for (const int id : ids) {
      const bool only = ids.size() == 1;
      frame.columns.push_back(
          {.title = only ? book.word("page.value_or_target") : short_title(book, id),
           .unit = {},
           .number = true});
    }
    for (const int period : periods_of(book, ids))
      add(frame, period_name(book, period), ids,
          [&](int id) { return value_cell(book, id, period); });
    for (const int year : years)
      add(frame, target_name(book, year), ids, [&](int id) { return target_cell(book, id, year); });
    const Target* next = next_target(book, ids.front());
    if (next == nullptr) return;
    add(frame, book.word("page.until", {target_name(book, next->year)}), ids,
        [&](int id) { return gap_cell(book, id, next->year); });
    frame.rows.back().own = true;
  }

  static std::string target_name(const Book& book, int year) {
    return book.word("label.target", {std::to_string(year)});
  }

  static void fill_rows(const Context& context, TableFrame& frame, const Ids& ids,
                        const std::set<int>& years) {
    const Book& book = context.book;
    const Target* next = next_target(book, ids.front());
    const auto number = [&](const std::string& title) {
      frame.columns.push_back({.title = title, .unit = {}, .number = true});
    };
    frame.columns = {{.title = book.word("page.indicator"), .unit = {}}};
    number(book.word("page.newest_of", {book.areas.at(book.home).name}));
    number(book.word("page.period"));  // dates don't wrap then
    for (const int year : years) number(target_name(book, year));
    if (next != nullptr) number(book.word("page.until", {target_name(book, next->year)}));
    frame.loose = true;
    for (const int id : ids)
      frame.rows.push_back(indicator_row(context, id, years, next == nullptr ? 0 : next->year));
  }

  // `next`: the year of the target that the last cell measures against, 0 for none.
  static TableRow indicator_row(const Context& context, int id, const std::set<int>& years,
                                int next) {
    const Book& book = context.book;
    const Figure figure = newest_figure(book, id, book.home);
    TableRow row;
    row.name = short_title(book, id);
    row.link = context.indicator_link(id);
    row.cells = {newest_cell(book, figure), number_cell(bare_period_text(book, figure))};
    for (const int year : years) row.cells.push_back(target_cell(book, id, year));
    if (next != 0) row.cells.push_back(gap_cell(book, id, next));
    return row;
  }

  static std::string source_html(const Context& context, const Ids& ids) {
    const Book& book = context.book;
    const Figure figure = newest_figure(book, ids.front(), book.home);
    return source_line_html(context, {}, publisher_text(book, figure),
                            context.evidence_link(ids.front()));
  }

  Ids indicators_;
};

}  // namespace

std::unique_ptr<Block> make_targets(Options& options) { return std::make_unique<Targets>(options); }

}  // namespace yokoten
