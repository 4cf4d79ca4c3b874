#include "page/evidence_formula.h"

#include <fmt/format.h>

#include "base/html_text.h"
#include "model/shown_value.h"
#include "page/indicator_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

std::string bold(const std::string& text) { return "<b>" + html_text(text) + "</b>"; }

std::string printed_html(const Book& book, const Figure& figure) {
  const Origin& origin = figure.observation->numerator_origin;
  const std::string cell(book.table(origin.source).cell(origin.row, origin.column));
  return fmt::format("{} {} → {}", html_text(book.word("page.printed")),
                     html_text(quoted_cell(book, cell)), bold(value_text(book, figure)));
}

bool has_quotient(const Book& book, const Figure& figure) {
  const IndicatorKind kind = book.indicator(figure.indicator).kind;
  const Observation& seen = *figure.observation;
  const bool counted =
      kind == IndicatorKind::share_of_areas && book.indicator(figure.indicator).count_areas;
  const bool divides = kind == IndicatorKind::ratio || kind == IndicatorKind::share_of_areas ||
                       is_from_reports(book.indicator(figure.indicator));
  return divides && !counted && seen.numerator && seen.denominator &&
         seen.denominator->mantissa > 0;
}

// = 24.117…% → 24.1%; a share that ends where it is shown needs no arrow.
std::string result_html(const Book& book, const Figure& figure) {
  const Observation& seen = *figure.observation;
  const std::string& unit = book.indicator(figure.indicator).unit;
  const auto cut = cut_quotient(*seen.numerator, *seen.denominator,
                                unit_factor(book.indicator(figure.indicator)),
                                book.indicator(figure.indicator).decimals);
  const auto shown = shown_value(book, figure);
  if (!cut || !shown) return " → " + bold(value_text(book, figure));
  if (cut->ends && compare(cut->number, *shown) == 0) return " = " + bold(value_text(book, figure));
  return fmt::format(
      " = {} → {}",
      html_text(measured_text(book, to_shown(cut->number) + (cut->ends ? "" : "…"), unit)),
      bold(value_text(book, figure)));
}

}  // namespace

bool is_framework_figure(const Book& book, const Figure& figure) {
  if (figure.observation == nullptr) return false;
  const Origin& origin = figure.observation->numerator_origin;
  return origin.source >= 0 && origin.row >= 0 && origin.column >= 0 &&
         book.source(origin.source).kind == SourceKind::framework;
}

std::string formula_html(const Book& book, const Figure& figure) {
  if (is_framework_figure(book, figure)) return printed_html(book, figure);
  if (!figure.has_value() && !figure.is_bound()) return bold(missing_text(book, figure));
  const Observation& seen = *figure.observation;
  const std::string numerator = html_text(numerator_name(book, figure.indicator));
  if (!has_quotient(book, figure)) return numerator + " = " + bold(value_text(book, figure));
  const std::string denominator = html_text(denominator_name(book, figure.indicator));
  return book.word("join.name_count", {numerator, to_shown(*seen.numerator)}) + " ÷ " +
         book.word("join.name_count", {denominator, to_shown(*seen.denominator)}) +
         result_html(book, figure);
}

}  // namespace yokoten
