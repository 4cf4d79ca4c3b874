#include "page/progress_text.h"

#include "page/target_text.h"

namespace yokoten {
namespace {

// The figure as if its bound, as shown, were its value: the gap to a target above is then the
// widest.
Observation at_its_bound(const Book& book, const Figure& figure) {
  Observation made = *figure.observation;
  made.value = shown_value(book, figure);
  made.numerator.reset();
  made.denominator.reset();
  made.kept_in = KeptIn::nothing;
  return made;
}

}  // namespace

std::string progress_text(const Book& book, const Figure& figure, const Target& target) {
  if (target.kind == Target::Kind::not_set) return book.word("state.not_set");
  if (!target.number) return {};
  if (!figure.has_value() && !figure.is_bound()) return missing_text(book, figure);
  if (figure.is_planned()) return book.word("page.planned_only");
  if (is_reached(book, figure, target)) return book.word("page.reached");
  if (figure.has_value()) return gap_text(book, figure, target);
  // A lower bound says nothing of a target below it.
  if (is_ceiling(book, figure.indicator, target)) return {};
  const Observation lowest = at_its_bound(book, figure);
  const std::string gap =
      gap_text(book, {figure.indicator, figure.area, figure.breakdown, lowest}, target);
  return gap.empty() ? gap : book.word("label.at_most") + ' ' + gap;
}

}  // namespace yokoten
