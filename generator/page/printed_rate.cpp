#include "page/printed_rate.h"

#include "base/text.h"
#include "model/printed_share.h"

namespace yokoten {
namespace {

// The row of the figure in the source, its total for a national sum; -1 for none.
int printed_row(const Book& book, const Figure& figure, int source) {
  const Observation& seen = *figure.observation;
  if (seen.numerator_origin.source == source && seen.numerator_origin.row >= 0)
    return seen.denominator_origin.row == seen.numerator_origin.row ? seen.numerator_origin.row
                                                                    : -1;
  if (seen.numerator_origin.row != summed_row || figure.area != Areas::nation) return -1;
  const auto at = static_cast<std::size_t>(source);
  if (at >= book.measured.rows.size()) return -1;
  read_notes::add(&book.table(source));
  const RowReadings& rows = book.measured.rows[at];
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (rows[row].role == RowRole::total) return static_cast<int>(row);
  return -1;
}

const PrintedRate* printed_rate(const Source& source, const Indicator& indicator) {
  if (!indicator.numerator.where.empty() || !indicator.denominator.where.empty()) return nullptr;
  for (const PrintedRate& each : source.printed)
    if (each.numerator == indicator.numerator.measure &&
        each.denominator == indicator.denominator.measure)
      return &each;
  return nullptr;
}

}  // namespace

std::string printed_rate_text(const Book& book, const Figure& figure) {
  const Indicator& indicator = book.indicator(figure.indicator);
  const Observation& seen = *figure.observation;
  if (seen.source < 0 || indicator.kind != IndicatorKind::ratio || !seen.numerator ||
      !seen.denominator || figure.breakdown != 0)
    return {};
  const PrintedRate* rate = printed_rate(book.source(seen.source), indicator);
  const int row = rate == nullptr ? -1 : printed_row(book, figure, seen.source);
  const auto column = book.table(seen.source).column(rate == nullptr ? "" : rate->column);
  if (row < 0 || !column) return {};
  std::string_view text = trimmed_text(book.table(seen.source).cell(row, *column));
  if (text.ends_with('%')) text.remove_suffix(1);  // a spreadsheet's percentage
  const auto printed = parse_decimal(text);
  if (!printed || seen.denominator->mantissa == 0) return {};
  const bool agrees =
      agrees_with_parts(*printed, *seen.numerator, *seen.denominator, rate->decimals);
  const std::string shown =
      is_unrounded(*printed) ? to_shown(rounded(*printed, rate->decimals)) : std::string(text);
  return book.word(agrees ? "page.agrees_with_print" : "page.differs_from_print", {shown + "%"});
}

}  // namespace yokoten
