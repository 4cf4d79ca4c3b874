#include "measure/fiscal_year.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

// A date lies in the fiscal year that began in the April before it.
int year_of(const Period& period) {
  if (period.kind == PeriodKind::year || period.kind == PeriodKind::fiscal_year) return period.year;
  const Date last = last_day(period);
  return last.month >= 4 ? last.year : last.year - 1;
}

}  // namespace

int fiscal_year_of(std::string_view cell) {
  const std::string text = folded(cell);
  if (text.empty()) return 0;
  // 令和6 and R6 are years of this column, whatever they may be elsewhere.
  for (const std::string& form : {text, text + "年度"})
    if (const auto period = period_of_cell(form)) return year_of(*period);
  return 0;
}

std::optional<int> fiscal_year_now(const Publication& publication) {
  constexpr int april = 4;
  const auto period = parse_period(publication.as_of);
  if (!period) return std::nullopt;
  const Date day = last_day(*period);
  return day.month < april ? day.year - 1 : day.year;
}

}  // namespace yokoten
