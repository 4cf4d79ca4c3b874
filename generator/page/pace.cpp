#include "page/pace.h"

#include <algorithm>

#include "page/target_text.h"

namespace yokoten {
namespace {

constexpr int months_of_year = 12;

// Whole months from one date to the other; 0 where there is none.
int months_between(Date from, Date to) {
  const int months = (to.year - from.year) * months_of_year + to.month - from.month;
  return months - (to.day < from.day ? 1 : 0);
}

// Rounded up to `places`, so that the pace is enough.
std::optional<Decimal> quotient_up(Decimal whole, int parts, int places, int factor) {
  auto result = quotient(whole, {parts, 0}, places, factor);
  if (result &&
      compare_ratios(*result, {1, 0}, {whole.mantissa * factor, whole.scale}, {parts, 0}) < 0)
    ++result->mantissa;
  return result;
}

}  // namespace

Date due_of(const Target& target) {
  // A target for a year is due at the end of that fiscal year.
  return last_day({PeriodKind::fiscal_year, static_cast<std::int16_t>(target.year)});
}

std::optional<Pace> pace_to(const Book& book, const Figure& figure, const Target& target) {
  const auto gap = gap_to(book, figure, target);
  if (!gap) return std::nullopt;
  const Period period = book.measured.cube.period(figure.observation->period);
  if (period.kind == PeriodKind::none) return std::nullopt;
  const Date from = last_day(period);
  const int months = months_between(from, due_of(target));
  if (months <= 0) return std::nullopt;
  // A gap that takes more places than figures have is told in as many each year.
  const int places = std::max(book.indicator(figure.indicator).decimals, gap->scale);
  const bool by_year = months >= months_of_year;
  const auto each = quotient_up(*gap, months, places, by_year ? months_of_year : 1);
  if (!each) return std::nullopt;
  return Pace{*each, by_year};
}

}  // namespace yokoten
