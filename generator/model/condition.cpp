#include "model/condition.h"

#include "model/shown_value.h"

namespace yokoten {
namespace {

bool reaches(const Indicator& condition, const Observation& figure, Decimal at_least) {
  if (is_quotient(condition, figure))
    return compare_ratios(*figure.numerator, *figure.denominator, at_least,
                          {unit_factor(condition), 0}) >= 0;
  return compare_value(condition, figure, at_least) >= 0;
}

}  // namespace

Verdict verdict(const Indicator& condition, const FoundObservation& figure, Decimal at_least) {
  if (figure == nullptr) return Verdict::unknown;
  const bool reached = (figure->value || figure->lower) && reaches(condition, *figure, at_least);
  if (figure->value) return reached ? Verdict::met : Verdict::not_met;
  if (reached) return Verdict::met;
  return figure->missing == Missing::not_applicable ? Verdict::not_applicable : Verdict::unknown;
}

}  // namespace yokoten
