#include "check/accessibility.h"

#include <fmt/format.h>

namespace yokoten {

void check_accessibility(const Subject& subject) {
  const Accessibility& examined = subject.publication.accessibility;
  const auto date = parse_period(examined.date);
  const auto as_of = parse_period(subject.publication.as_of);
  if (!date || !as_of) return;
  const auto limit = later(last_day(*date), "P1Y");
  if (!limit || !(*limit < last_day(*as_of))) return;
  subject.warning(
      examined.place, "accessibility.old",
      {fmt::format(
           "アクセシビリティの試験は {} で、as_of {} の1年より前です。scripts/accessibility "
           "で試験し直してください",
           examined.date, subject.publication.as_of),
       fmt::format("the accessibility was examined on {}, more than a year before as_of {}; run "
                   "scripts/accessibility again",
                   examined.date, subject.publication.as_of)});
}

}  // namespace yokoten
