#include "model/shown_value.h"
#include "page/book.h"

namespace yokoten {
namespace {

int compare_exact(const Indicator& indicator, const Observation& left, const Observation& right) {
  if (is_quotient(indicator, left) && is_quotient(indicator, right))
    return compare_ratios(*left.numerator, *left.denominator, *right.numerator, *right.denominator);
  return compare(*left.value, *right.value);
}

ReadFigure read_figure(const Observation& seen) {
  return {seen.indicator, seen.area, seen.period, seen.breakdown};
}

// Figures of earlier releases are in no cube.
void note_comparison(const Figure& a, const Figure& b, ReadComparison made) {
  if (read_notes::here == nullptr) return;
  for (const FoundObservation& each : {a.observation, b.observation})
    if (each->kept_in != KeptIn::cube) return read_notes::add_more();
  made.one = read_figure(*a.observation);
  made.other = read_figure(*b.observation);
  read_notes::add(made);
}

}  // namespace

int compare_figures(const Book& book, const Figure& a, const Figure& b) {
  const int order = [&] {
    const UnnotedNumbers shows_no_number;
    return compare_exact(book.indicator(a.indicator), *a.observation, *b.observation);
  }();
  note_comparison(a, b, {.kind = ReadComparison::Kind::order, .result = order});
  return order;
}

std::optional<Decimal> points_between(const Book& book, const Figure& a, const Figure& b) {
  if (!a.has_value() || !b.has_value()) return std::nullopt;
  const auto points = [&] {
    const UnnotedNumbers shows_rounded;
    return points_between(book.indicator(a.indicator), *a.observation, *b.observation);
  }();
  note_comparison(a, b,
                  {.kind = ReadComparison::Kind::distance,
                   .places = points ? points->scale : -1,
                   .result = points ? points->mantissa : 0});
  return points;
}

}  // namespace yokoten
