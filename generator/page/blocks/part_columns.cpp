#include "page/blocks/part_columns.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "page/common_period.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/wording.h"

namespace yokoten {
namespace {

using Codes = std::vector<PartFigure>;

bool is_share(const Book& book, int indicator) {
  return book.indicator(indicator).kind == IndicatorKind::ratio;
}

// 92（51.1%）, or the value itself where it is no share.
std::string part_text(const Book& book, const Figure& figure) {
  if (!is_share(book, figure.indicator) || figure.is_bound()) return value_text(book, figure);
  return bracketed(book, to_shown(*figure.observation->numerator), value_text(book, figure));
}

TableRow parts_row(const Context& context, int indicator, int area, const Codes& codes,
                   int period) {
  const Book& book = context.book;
  TableRow made;
  made.name = book.areas.at(area).name;
  made.own = area == context.whole();
  if (!made.own) made.link = context.area_link(area);
  std::string whole;
  for (const PartFigure& each : codes) {
    const Figure figure = figure_at(book, indicator, area, period, each.code);
    if (figure.has_value() && is_share(book, indicator))
      whole = to_shown(*figure.observation->denominator);
    const bool tells = figure.has_value() || figure.is_bound();
    made.cells.push_back(tells ? number_cell(part_text(book, figure))
                               : number_state_cell(missing_text(book, figure)));
    made.cells.back().tag = own_date_text(book, figure, period);
  }
  if (is_share(book, indicator)) made.cells.push_back(number_cell(whole, true));
  return made;
}

int part_period(const Context& context, int indicator, const std::vector<int>& areas) {
  const int period = common_part_period(context.book, indicator, areas);
  const std::array whole = {context.whole()};
  return period < 0 ? common_part_period(context.book, indicator, whole) : period;
}

}  // namespace

bool keeps_parts_only(const Context& context, int indicator, const std::vector<int>& areas) {
  const Book& book = context.book;
  const auto has_whole = [&](int area) {
    const Figure figure = newest_figure(book, indicator, area);
    return figure.has_value() || figure.is_bound();
  };
  const auto has_parts = [&](int area) { return any_tells(parts_of(book, indicator, area)); };
  if (has_whole(context.whole()) || std::any_of(areas.begin(), areas.end(), has_whole))
    return false;
  return has_parts(context.whole()) || std::any_of(areas.begin(), areas.end(), has_parts);
}

Figure dated_part_of(const Context& context, int indicator, const std::vector<int>& areas) {
  const Book& book = context.book;
  const int period = part_period(context, indicator, areas);
  const Codes own = parts_at(book, indicator, context.whole(), period);
  if (own.empty()) return newest_figure(book, indicator, context.whole());
  if (any_tells(own)) return dated_part(own);
  for (const int area : areas)
    if (const Codes parts = parts_at(book, indicator, area, period); any_tells(parts))
      return dated_part(parts);
  return dated_part(own);
}

void add_part_columns(const Context& context, TableFrame& frame, int indicator,
                      const std::vector<int>& areas) {
  const Book& book = context.book;
  const int period = part_period(context, indicator, areas);
  const Codes codes = parts_at(book, indicator, context.whole(), period);
  // The code is short enough for a column; what it means stands small under it.
  for (const PartFigure& each : codes)
    frame.columns.push_back(
        {.title = printed_text(book, each.code),
         .unit = each.label == printed_text(book, each.code) ? std::string() : each.label,
         .number = true});
  if (is_share(book, indicator))
    frame.columns.push_back(
        {.title = denominator_name(book, indicator), .unit = {}, .number = true});
  for (const int area : areas)
    frame.rows.push_back(parts_row(context, indicator, area, codes, period));
  frame.rows.push_back(parts_row(context, indicator, context.whole(), codes, period));
}

}  // namespace yokoten
