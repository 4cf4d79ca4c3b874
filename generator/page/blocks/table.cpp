#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "base/count_text.h"
#include "page/blocks/folded_areas.h"
#include "page/blocks/makers.h"
#include "page/blocks/part_columns.h"
#include "page/blocks/source_table.h"
#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/ranking_rows.h"
#include "page/source_text.h"
#include "page/sources_of.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

using Ids = std::vector<int>;

std::vector<int> areas_of_level(const Areas& areas, int whole, AreaLevel level) {
  if (areas.at(whole).level == level) return {};
  std::vector<int> found;
  for (const int child : areas.children(whole)) {
    if (areas.at(child).level == level) found.push_back(child);
    const std::vector<int> below = areas_of_level(areas, child, level);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

/// What the columns of an indicator are, the same for every row.
struct IndicatorColumns {
  int indicator = -1;
  int period = -1;  ///< that its figures are dated by
  bool parts = false, rank = false, bar = false;

  int count() const { return 1 + parts + rank + bar; }
};

/// Areas below the page's as rows, indicators as columns.
class IndicatorTable final : public Block {
 public:
  explicit IndicatorTable(Options& options)
      : indicators_(options.indicators()),
        level_(options.word("level", {"", "prefecture", "municipality"})),
        by_(options.toml().truth("by")),
        bar_line_(options.decimal("bar_line")),
        tall_(options.toml().truth("tall")),
        caption_(options.plain("caption", true)) {
    if (!options.on_indicator_page()) options.toml().require("indicators");
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    const Ids ids = indicators_.empty() ? Ids{context.indicator} : indicators_;
    std::vector<int> areas = sorted(book, ids.front(), areas_below(context));
    if (!is_owed(book, ids, areas)) return {};
    const std::string name_title = IndicatorTable::name_title(book, areas);
    const Figure whole = newest_figure(book, ids.front(), context.whole());
    TableFrame frame;
    frame.caption = context.plain(caption_, &whole);
    if (frame.caption.empty())
      frame.caption = book.word("chart.table_label", {short_title(book, ids.front())});
    frame.tall = tall_;
    frame.mid = true;
    frame.columns = {{.title = name_title, .unit = {}}};
    frame.source_html = source_html(context, ids);
    if (in_parts(context, ids)) {
      add_part_columns(context, frame, ids.front(), areas);
      return table_html(context, frame);
    }
    const std::vector<int> missing = taken_missing(book, ids, areas);
    fill(context, frame, ids, areas);
    return table_html(context, frame) + folded(context, missing, name_title);
  }

 private:
  // Takes areas without any figure out of `areas` where they would make a long table of one word.
  static std::vector<int> taken_missing(const Book& book, const Ids& ids, std::vector<int>& areas) {
    const auto known = [&](int area) {
      return std::any_of(ids.begin(), ids.end(), [&](int id) {
        const Figure figure = newest_figure(book, id, area);
        return figure.has_value() || figure.is_bound();
      });
    };
    const auto first = std::stable_partition(areas.begin(), areas.end(), known);
    std::vector<int> missing(first, areas.end());
    if (missing.size() <= most_missing_rows) return {};
    areas.erase(first, areas.end());
    return missing;
  }

  // The heading says what the areas are; in another language than Japanese it stands in no
  // sentence.
  static std::string kind_beside(const Book& book, const std::vector<int>& areas,
                                 const std::string& heading) {
    if (book.publication.language == "ja") return heading;
    const std::string& kind = kind_word(book, book.areas.at(areas.front()).level);
    const auto one = book.publication.singulars.find(kind);
    const bool is_one = areas.size() == 1 && one != book.publication.singulars.end();
    return is_one ? one->second : kind;
  }

  // 公表資料に未掲載の171市町村
  static std::string folded(Context& context, const std::vector<int>& missing,
                            const std::string& name_title) {
    if (missing.empty()) return {};
    const Book& book = context.book;
    const std::string count = to_shown(Decimal{static_cast<std::int64_t>(missing.size()), 0});
    return folded_areas_html(
        context, missing,
        book.word("page.missing_areas", {book.word("state.not_published"), count,
                                         kind_beside(book, missing, name_title)}));
  }

  std::vector<int> areas_below(const Context& context) const {
    const Areas& areas = context.book.areas;
    if (!level_.empty())
      return areas_of_level(
          areas, context.whole(),
          level_ == "prefecture" ? AreaLevel::prefecture : AreaLevel::municipality);
    const auto children = areas.children(context.whole());
    return {children.begin(), children.end()};
  }

  // Those with a value first, in the order of their places; the others in that of their codes.
  static std::vector<int> sorted(const Book& book, int indicator, std::vector<int> areas) {
    if (areas.empty()) return areas;
    auto order = figures_of_level(book, indicator, book.areas.at(areas.front()).level);
    put_best_first(book, order);
    std::set<int> left(areas.begin(), areas.end());
    std::vector<int> made;
    for (const Figure& figure : order)
      if (left.erase(figure.area) > 0) made.push_back(figure.area);
    for (const int area : areas)
      if (left.contains(area)) made.push_back(area);
    return made;
  }

  // Asked for, or the only way: an indicator that keeps no whole has nothing else to show.
  bool in_parts(const Context& context, const Ids& ids) const {
    if (by_ || ids.size() > 1) return by_;
    return keeps_parts_only(context, ids.front(), areas_below(context));
  }

  // Whether any of the indicators has figures for areas like these, here or elsewhere.
  static bool is_owed(const Book& book, const Ids& ids, const std::vector<int>& areas) {
    return std::any_of(ids.begin(), ids.end(), [&](int id) {
      if (!areas.empty() && !figures_of_level(book, id, book.areas.at(areas.front()).level).empty())
        return true;
      return std::any_of(areas.begin(), areas.end(), [&](int area) {
        return newest_figure(book, id, area).is_bound() || any_tells(parts_of(book, id, area));
      });
    });
  }

  IndicatorColumns columns_of(const Book& book, int id, const std::vector<int>& areas,
                              bool only) const {
    IndicatorColumns columns{.indicator = id,
                             .period = common_period(book, id, areas),
                             .bar = only && bar_line_.has_value()};
    for (const int area : areas) {
      const Figure figure = figure_at(book, id, area, columns.period);
      columns.parts = columns.parts || !parts_text(book, figure).empty();
      columns.rank = columns.rank || (only && tells_apart(rank_of(book, figure, false)));
    }
    return columns;
  }

  void fill(const Context& context, TableFrame& frame, const Ids& ids,
            const std::vector<int>& areas) const {
    const Book& book = context.book;
    std::vector<IndicatorColumns> all;
    for (const int id : ids)
      all.push_back(columns_of(book, id, areas, ids.size() == 1 || id == ids.front()));
    if (ids.size() > 1) all.front().rank = false;
    const bool prefectures = areas.empty()
                                 ? context.whole() == Areas::nation
                                 : book.areas.at(areas.front()).level == AreaLevel::prefecture;
    for (const IndicatorColumns& columns : all) add_headings(book, frame, columns, prefectures);
    const double longest = longest_bar(book, all.front(), context.whole(), areas);
    if (bar_line_ && longest > 0) frame.bar_line = *bar_line_ / longest * 100;
    for (const int area : areas) frame.rows.push_back(row(context, all, area, longest));
    frame.rows.push_back(row(context, all, context.whole(), longest));
  }

  static std::string name_title(const Book& book, const std::vector<int>& areas) {
    const bool prefectures = book.areas.at(areas.front()).level == AreaLevel::prefecture;
    if (prefectures) return book.word("label.prefecture");
    const int prefecture = book.areas.at(areas.front()).parent;
    const bool one = book.areas.at(areas.back()).parent == prefecture;
    return one ? municipality_heading(book, prefecture) : book.word("label.municipality");
  }

  void add_headings(const Book& book, TableFrame& frame, const IndicatorColumns& columns,
                    bool prefectures) const {
    const Indicator& indicator = book.indicator(columns.indicator);
    frame.columns.push_back(
        {.title = short_title(book, columns.indicator), .unit = indicator.unit, .number = true});
    if (columns.bar)
      frame.columns.push_back({.title = book.word("chart.dotted_is", {line_text(book, indicator)}),
                               .unit = {},
                               .bar = true});
    if (columns.parts)
      frame.columns.push_back(
          {.title = parts_title(book, columns.indicator), .unit = {}, .number = true});
    if (columns.rank)
      frame.columns.push_back(
          {.title = prefectures ? book.word("chart.rank_column")
                                : book.word("page.rank_in", {book.areas.at(book.home).name}),
           .unit = {},
           .number = true});
  }

  std::string line_text(const Book& book, const Indicator& indicator) const {
    return measured_text(book, fmt::format("{}", *bar_line_), indicator.unit);
  }

  double longest_bar(const Book& book, const IndicatorColumns& columns, int whole,
                     const std::vector<int>& areas) const {
    double longest = bar_line_.value_or(0);
    const auto take = [&](int area) {
      const Figure figure = figure_at(book, columns.indicator, area, columns.period);
      if (figure.has_value()) longest = std::max(longest, to_double(*shown_value(book, figure)));
    };
    for (const int area : areas) take(area);
    take(whole);
    return longest;
  }

  static TableRow row(const Context& context, const std::vector<IndicatorColumns>& all, int area,
                      double longest) {
    TableRow made;
    made.name = context.book.areas.at(area).name;
    made.own = area == context.whole();
    if (!made.own) made.link = context.area_link(area);
    for (const IndicatorColumns& columns : all)
      add_cells(context.book, made, columns, area, longest);
    return made;
  }

  static void add_cells(const Book& book, TableRow& made, const IndicatorColumns& columns, int area,
                        double longest) {
    const Figure figure = figure_at(book, columns.indicator, area, columns.period);
    const std::string own_date = own_date_text(book, figure, columns.period);
    if (!figure.has_value() && !figure.is_bound()) {
      made.cells.push_back(state_cell(missing_text(book, figure), columns.count()));
      made.cells.back().tag = own_date;
      return;
    }
    const std::string least = figure.is_bound() ? book.word("label.at_least") + ' ' : "";
    made.cells.push_back(number_cell(least + number_text(book, figure), true));
    made.cells.back().tag = dated_tag(book, figure, columns.period);
    if (columns.bar) made.cells.push_back(bar_cell(book, figure, longest));
    if (columns.parts) made.cells.push_back(number_cell(parts(figure)));
    if (columns.rank)
      made.cells.push_back(own_date.empty() ? rank_cell(book, figure) : number_cell({}));
  }

  static TableCell bar_cell(const Book& book, const Figure& figure, double longest) {
    TableCell cell;
    cell.bar_gap = !figure.has_value() || longest <= 0;
    if (!cell.bar_gap) cell.bar = to_double(*shown_value(book, figure)) / longest * 100;
    return cell;
  }

  // Without the unit, which the heading names.
  static std::string parts(const Figure& figure) {
    const Observation& seen = *figure.observation;
    if (!seen.numerator || !seen.denominator) return {};
    return fmt::format("{} / {}", to_shown(*seen.numerator), to_shown(*seen.denominator));
  }

  static TableCell rank_cell(const Book& book, const Figure& figure) {
    const Rank* rank = rank_of(book, figure, false);
    const bool nation = figure.area == Areas::nation;
    return number_cell(rank == nullptr || nation
                           ? std::string()
                           : book.word("label.rank", {count_text(rank->place)}));
  }

  std::string source_html(const Context& context, const Ids& ids) const {
    const Book& book = context.book;
    std::vector<std::string> dates;
    std::string publisher;
    for (const int id : ids) {
      const Figure figure = dated_figure(context, id);
      const std::string date = bare_as_of_text(book, figure);
      if (publisher.empty()) publisher = publisher_text(book, figure);
      if (date.empty()) continue;
      dates.push_back(ids.size() == 1 ? date : short_title(book, id) + ' ' + date);
    }
    return source_line_html(context, joined(book, dates), publisher,
                            context.evidence_link(ids.front()));
  }

  // A figure of the table that has its date and a source: the whole's, else the first area's.
  Figure dated_figure(const Context& context, int id) const {
    const Book& book = context.book;
    const std::vector<int> areas = areas_below(context);
    if (in_parts(context, {id})) return dated_part_of(context, id, areas);
    const int period = common_period(book, id, areas);
    const std::array whole = {context.whole()};
    if (const auto own = first_of_period(book, id, whole, period)) return *own;
    return first_of_period(book, id, areas, period)
        .value_or(figure_at(book, id, context.whole(), period));
  }

  Ids indicators_;
  std::string level_;
  bool by_;
  std::optional<double> bar_line_;
  bool tall_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_table(Options& options) {
  if (options.toml().take("source") != nullptr) return make_source_table(options);
  return std::make_unique<IndicatorTable>(options);
}

}  // namespace yokoten
