#include <algorithm>

#include "page/blocks/makers.h"
#include "page/indicator_text.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// Periods as rows, the newest on top, indicators as columns: the figures of the page's area.
class History final : public Block {
 public:
  explicit History(Options& options)
      : indicators_(options.indicators()), caption_(options.plain("caption", true)) {
    if (!options.on_indicator_page()) options.toml().require("indicators");
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    const std::vector<int> ids =
        indicators_.empty() ? std::vector<int>{context.indicator} : indicators_;
    TableFrame frame;
    frame.columns = {{.title = book.word("page.period"), .unit = {}}};
    std::vector<std::vector<Figure>> columns;
    for (const int id : ids) {
      columns.push_back(listed_figures(book, id, context.whole()));
      frame.columns.push_back(
          {.title = short_title(book, id), .unit = book.indicator(id).unit, .number = true});
    }
    const std::vector<int> periods = newest_first(book, columns);
    if (periods.empty() || !tells(columns)) return {};
    frame.rows.reserve(periods.size());
    const std::vector<OfPeriods> figures = of_periods(book, columns);
    for (const int period : periods) frame.rows.push_back(row(book, figures, period));
    add_frame(context, ids, columns, frame);
    return table_html(context, frame);
  }

 private:
  // From when the area was first listed: rows before would be rows of nothing.
  static std::vector<Figure> listed_figures(const Book& book, int indicator, int area) {
    std::vector<Figure> figures = dated_figures(book, indicator, area);
    const auto is_listed = [](const Figure& figure) {
      return figure.has_value() || figure.is_bound() ||
             figure.observation->missing != Missing::not_published;
    };
    figures.erase(figures.begin(), std::find_if(figures.begin(), figures.end(), is_listed));
    return figures;
  }

  // A column alone without any figure is no history.
  static bool tells(const std::vector<std::vector<Figure>>& columns) {
    return std::any_of(columns.begin(), columns.end(), [](const auto& figures) {
      return std::any_of(figures.begin(), figures.end(),
                         [](const Figure& each) { return each.has_value() || each.is_bound(); });
    });
  }

  static std::vector<int> newest_first(const Book& book,
                                       const std::vector<std::vector<Figure>>& columns) {
    std::vector<int> periods;
    for (const auto& figures : columns)
      for (const Figure& each : figures) periods.push_back(each.observation->period);
    std::sort(periods.begin(), periods.end());
    periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
    const Cube& cube = book.measured.cube;
    std::stable_sort(periods.begin(), periods.end(),
                     [&](int a, int b) { return cube.is_before(b, a); });
    return periods;
  }

  // A column's first figures by the numbers of their periods; nullptr where there is none.
  using OfPeriods = std::vector<const Figure*>;

  static std::vector<OfPeriods> of_periods(const Book& book,
                                           const std::vector<std::vector<Figure>>& columns) {
    const auto periods = static_cast<std::size_t>(book.measured.cube.periods());
    std::vector<OfPeriods> all;
    for (const auto& figures : columns) {
      OfPeriods& made = all.emplace_back(periods);
      for (auto each = figures.rbegin(); each != figures.rend(); ++each)
        made[static_cast<std::size_t>(each->observation->period)] = &*each;
    }
    return all;
  }

  static TableRow row(const Book& book, const std::vector<OfPeriods>& columns, int period) {
    TableRow made;
    made.cells.reserve(columns.size());
    for (const OfPeriods& figures : columns) {
      const Figure* figure = figures[static_cast<std::size_t>(period)];
      TableCell& cell = made.cells.emplace_back();
      cell.number = true;
      cell.state = figure == nullptr || !(figure->has_value() || figure->is_bound());
      cell.text = figure == nullptr ? book.word("state.no_value") : bare_value_text(book, *figure);
      if (figure == nullptr) continue;
      cell.tag = flag_tag(book, *figure);
      if (made.name.empty()) made.name = bare_period_text(book, *figure);
    }
    return made;
  }

  // Of the first column that has any, with a value or a bound; a plan where there is nothing else.
  static const Figure& newest_figure_of(const std::vector<std::vector<Figure>>& columns) {
    const Figure* plan = nullptr;
    for (const auto& figures : columns)
      for (auto at = figures.rbegin(); at != figures.rend(); ++at) {
        if (!at->has_value() && !at->is_bound()) continue;
        if (!at->is_planned()) return *at;
        if (plan == nullptr) plan = &*at;
      }
    return plan == nullptr ? columns.front().front() : *plan;
  }

  void add_frame(const Context& context, const std::vector<int>& ids,
                 const std::vector<std::vector<Figure>>& columns, TableFrame& frame) const {
    const Figure& newest = newest_figure_of(columns);
    frame.caption = context.plain(caption_, &newest);
    if (frame.caption.empty())
      frame.caption = ids.size() > 1 ? context.book.word("page.history_caption")
                                     : context.book.word("chart.table_label",
                                                         {short_title(context.book, ids.front())});
    frame.mid = true;
    frame.source_html = source_line_html(context, {}, publisher_text(context.book, newest),
                                         context.evidence_link(newest.indicator));
  }

  std::vector<int> indicators_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_history(Options& options) { return std::make_unique<History>(options); }

}  // namespace yokoten
