#include "measure/fiscal_year.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

// A date lies in the fiscal year that began in the April before it.
int year_of_date(const Date& date) { return date.month >= 4 ? date.year : date.year - 1; }

int year_of(const Period& period) {
  if (period.kind == PeriodKind::year || period.kind == PeriodKind::fiscal_year) return period.year;
  return year_of_date(last_day(period));
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
  const auto period = parse_period(publication.as_of);
  return period ? std::optional(year_of_date(last_day(*period))) : std::nullopt;
}

}  // namespace yokoten
