#include "page/blocks/part_columns.h"

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
  if (!is_share(book, figure.indicator)) return value_text(book, figure);
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
    made.cells.push_back(figure.has_value() ? number_cell(part_text(book, figure))
                                            : number_state_cell(missing_text(book, figure)));
    made.cells.back().tag = own_date_text(book, figure, period);
  }
  if (is_share(book, indicator)) made.cells.push_back(number_cell(whole, true));
  return made;
}

}  // namespace

void add_part_columns(const Context& context, TableFrame& frame, int indicator,
                      const std::vector<int>& areas) {
  const Book& book = context.book;
  const Codes codes = parts_of(book, indicator, context.whole());
  // The code is short enough for a column; what it means stands small under it.
  for (const PartFigure& each : codes)
    frame.columns.push_back(
        {.title = printed_text(book, each.code),
         .unit = each.label == printed_text(book, each.code) ? std::string() : each.label,
         .number = true});
  if (is_share(book, indicator))
    frame.columns.push_back(
        {.title = denominator_name(book, indicator), .unit = {}, .number = true});
  const int period =
      common_period(book, indicator, areas, codes.empty() ? std::string() : codes.front().code);
  for (const int area : areas)
    frame.rows.push_back(parts_row(context, indicator, area, codes, period));
  frame.rows.push_back(parts_row(context, indicator, context.whole(), codes, period));
}

}  // namespace yokoten
