#include <algorithm>

#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/similar_areas.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

constexpr std::int64_t default_limit = 5, most_areas = 50;

/// Areas of about the size of the page's, with their figures and cases.
class Similar final : public Block {
 public:
  explicit Similar(Options& options)
      : sizes_(options.indicators("size")),
        shown_(options.indicators("show")),
        limit_(options.toml().integer("limit", 1, most_areas).value_or(default_limit)),
        caption_(options.plain("caption", true)) {
    options.toml().require("size");
    options.toml().require("show");
    if (options.each() != Each::municipality && options.each() != Each::prefecture)
      report_error(options.findings(), options.toml().place("size"), "block.each",
                   {"similar は、市区町村か都道府県ごとのページ（each）だけで使えます",
                    "similar can only stand on pages made for each municipality or prefecture"});
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    if (context.area == Areas::none || shown_.empty()) return {};
    SimilarAreas found =
        similar_areas(book, context.area, {sizes_, static_cast<std::size_t>(limit_)});
    if (found.areas.empty()) return {};
    found.areas.push_back(context.area);
    const auto& order = figures_of_level(book, shown_.front(), book.areas.at(context.area).level);
    const auto place = [&](int area) {
      return std::find_if(order.begin(), order.end(),
                          [&](const Figure& each) { return each.area == area; });
    };
    std::stable_sort(found.areas.begin(), found.areas.end(),
                     [&](int a, int b) { return place(a) < place(b); });
    return "<div class=\"no-print\">" + table_html(context, frame_of(context, found)) + "</div>\n";
  }

 private:
  std::vector<int> columns(int size) const {
    std::vector<int> ids = shown_;
    if (std::find(ids.begin(), ids.end(), size) == ids.end()) ids.insert(ids.begin(), size);
    return ids;
  }

  // The case of the area to look at: the first in their order.
  static const CaseEntry* case_of(const Context& context, int area) {
    const auto at = std::find_if(context.cases.begin(), context.cases.end(), [&](const auto& each) {
      return !each.is_project && each.area == area;
    });
    return at == context.cases.end() ? nullptr : &*at;
  }

  static TableCell figure_cell(const Book& book, const Figure& figure, int period) {
    TableCell cell = figure.has_value() || figure.is_bound()
                         ? number_cell(value_text(book, figure))
                         : number_state_cell(missing_text(book, figure));
    cell.tag = dated_tag(book, figure, period);
    return cell;
  }

  static TableRow row_of(const Context& context, const std::vector<Figure>& dated, int area,
                         bool with_cases) {
    const Book& book = context.book;
    TableRow row;
    row.own = area == context.area;
    row.name = book.areas.at(area).name;
    if (!row.own) row.link = context.area_link(area);
    if (book.areas.at(area).level == AreaLevel::municipality && book.home == Areas::nation)
      row.cells.push_back(text_cell(book.areas.at(book.areas.prefecture_of(area)).name));
    for (const Figure& each : dated) {
      const int period = each.observation == nullptr ? -1 : each.observation->period;
      row.cells.push_back(figure_cell(book, figure_at(book, each.indicator, area, period), period));
    }
    if (!with_cases) return row;
    const CaseEntry* entry = case_of(context, area);
    TableCell cell = text_cell(entry ? entry->title : std::string());
    if (entry) cell.link = context.link(entry->path);
    row.cells.push_back(std::move(cell));
    return row;
  }

  TableFrame frame_of(const Context& context, const SimilarAreas& found) const {
    const Book& book = context.book;
    const std::vector<int> ids = columns(found.size);
    const Figure own = newest_figure(book, found.size, context.area);
    TableFrame frame;
    frame.caption = context.plain(caption_, &own);
    const std::string kind = likeness_word(book, context.area);
    if (frame.caption.empty())
      frame.caption = book.word("similar.caption", {short_title(book, found.size), kind});
    frame.mid = true;
    frame.columns = {{.title = kind, .unit = {}}};
    const bool municipal = book.areas.at(context.area).level == AreaLevel::municipality;
    if (municipal && book.home == Areas::nation)
      frame.columns.push_back({.title = book.word("label.prefecture"), .unit = {}});
    for (const int id : ids)
      frame.columns.push_back({.title = short_title(book, id), .unit = {}, .number = true});
    const bool with_cases = std::any_of(found.areas.begin(), found.areas.end(), [&](int area) {
      return case_of(context, area) != nullptr;
    });
    if (with_cases) frame.columns.push_back({.title = book.word("similar.case"), .unit = {}});
    std::vector<Figure> dated;
    for (const int id : ids) dated.push_back(dated_figure(book, id, found.areas));
    for (const int area : found.areas)
      frame.rows.push_back(row_of(context, dated, area, with_cases));
    frame.source_html =
        source_line_html(context, dates_text(book, dated), publisher_text(book, dated.front()), {});
    return frame;
  }

  // One that a column is dated by: of the period that most of its figures are of.
  static Figure dated_figure(const Book& book, int id, const std::vector<int>& areas) {
    return first_of_period(book, id, areas, common_period(book, id, areas))
        .value_or(newest_figure(book, id, areas.back()));
  }

  // The date of all columns, or each with its own.
  static std::string dates_text(const Book& book, const std::vector<Figure>& dated) {
    std::vector<std::string> dates;
    bool one = true;
    for (const Figure& each : dated) {
      const std::string date = bare_as_of_text(book, each);
      one = one && date == bare_as_of_text(book, dated.front());
      if (!date.empty()) dates.push_back(short_title(book, each.indicator) + ' ' + date);
    }
    return one ? bare_as_of_text(book, dated.front()) : joined(book, dates);
  }

  std::vector<int> sizes_, shown_;
  std::int64_t limit_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_similar(Options& options) { return std::make_unique<Similar>(options); }

}  // namespace yokoten
