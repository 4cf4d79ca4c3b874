#include "model/shown_value.h"

#include <algorithm>

namespace yokoten {
namespace {

constexpr int kCutPlaces = 3;

Decimal rounded_down(Decimal number, int places) {
  while (number.scale > places) {
    number.mantissa /= 10;
    --number.scale;
  }
  return rounded(number, places);
}

}  // namespace

bool is_quotient(const Indicator& indicator, const Observation& seen) {
  const UnnotedNumbers shows_no_number;
  const bool divides =
      indicator.kind == IndicatorKind::ratio || indicator.kind == IndicatorKind::share_of_units;
  return divides && seen.numerator && seen.denominator && seen.denominator->mantissa > 0;
}

int compare_value(const Indicator& indicator, const Observation& seen, Decimal limit) {
  const bool counted = indicator.kind == IndicatorKind::share_of_areas && !indicator.count_areas &&
                       seen.numerator && seen.denominator && seen.denominator->mantissa > 0;
  if (counted || (seen.value && is_quotient(indicator, seen)))
    return compare_ratios(*seen.numerator, *seen.denominator, limit, {unit_factor(indicator), 0});
  return compare(seen.value ? *seen.value : *seen.lower, limit);
}

std::optional<Decimal> distance_to(const Indicator& indicator, const Observation& seen,
                                   Decimal limit, int places) {
  if (!seen.value) return std::nullopt;
  if (is_quotient(indicator, seen)) {
    const std::int64_t factor = unit_factor(indicator);
    const auto exact =
        ratio_difference(limit, {factor, 0}, *seen.numerator, *seen.denominator, places, factor);
    if (exact) return exact;
  }
  const auto apart = difference(limit, *seen.value);
  if (!apart) return std::nullopt;
  return rounded(*apart, places);
}

std::int64_t unit_factor(const Indicator& indicator) {
  return std::string_view(indicator.unit) == "%" ? 100 : 1;
}

std::optional<Decimal> shown_value(const Indicator& indicator, const Observation& seen) {
  const UnnotedNumbers shows_rounded;
  if (seen.value && is_quotient(indicator, seen)) {
    const auto exact =
        quotient(*seen.numerator, *seen.denominator, indicator.decimals, unit_factor(indicator));
    if (exact) return exact;
  }
  if (seen.value) return rounded(*seen.value, indicator.decimals);
  if (seen.lower) return rounded_down(*seen.lower, indicator.decimals);
  return std::nullopt;
}

std::string number_shown(const Indicator& indicator, const Decimal& number) {
  const bool is_rise = indicator.kind == IndicatorKind::outcome && number.mantissa > 0;
  return is_rise ? '+' + to_shown(number) : to_shown(number);
}

std::optional<CutQuotient> cut_quotient(Decimal numerator, Decimal denominator, std::int64_t factor,
                                        int decimals) {
  const int places = std::max(kCutPlaces, decimals + 2);
  auto near = quotient(numerator, denominator, places, factor);
  if (!near || denominator.mantissa <= 0) return std::nullopt;
  // near / factor against numerator / denominator: the factor stays where no digits can overflow.
  const int compared = compare_ratios(*near, {factor, 0}, numerator, denominator);
  if (compared > 0) near = difference(*near, {1, places});
  if (!near) return std::nullopt;
  return CutQuotient{compared == 0 ? trimmed(*near) : *near, compared == 0};
}

std::optional<Decimal> times_between(const Indicator& indicator, const Observation& a,
                                     const Observation& b, int places) {
  if (!a.value || !b.value) return std::nullopt;
  if (is_quotient(indicator, a) && is_quotient(indicator, b)) {
    const auto exact =
        ratio_quotient(*a.numerator, *a.denominator, *b.numerator, *b.denominator, places);
    if (exact) return exact;
  }
  return quotient(*a.value, *b.value, places);
}

// Half of a sum of ratios: each over twice its denominator.
std::optional<Decimal> middle_between(const Indicator& indicator, const Observation& a,
                                      const Observation& b) {
  if (!a.value || !b.value) return std::nullopt;
  const auto twice = [](Decimal number) { return sum(number, number); };
  if (is_quotient(indicator, a) && is_quotient(indicator, b)) {
    const Decimal below_zero{-b.numerator->mantissa, b.numerator->scale};
    const auto left = twice(*a.denominator), right = twice(*b.denominator);
    if (left && right)
      if (const auto exact = ratio_difference(*a.numerator, *left, below_zero, *right,
                                              indicator.decimals, unit_factor(indicator)))
        return exact;
  }
  const auto both = sum(*a.value, *b.value);
  return both ? quotient(*both, {2, 0}, indicator.decimals) : std::nullopt;
}

std::optional<Decimal> points_between(const Indicator& indicator, const Observation& a,
                                      const Observation& b) {
  if (!a.value || !b.value) return std::nullopt;
  if (is_quotient(indicator, a) && is_quotient(indicator, b)) {
    const auto exact = ratio_difference(*a.numerator, *a.denominator, *b.numerator, *b.denominator,
                                        indicator.decimals, unit_factor(indicator));
    if (exact) return exact;
  }
  const auto apart = difference(*a.value, *b.value);
  if (!apart) return std::nullopt;
  return rounded(*apart, indicator.decimals);
}

}  // namespace yokoten
