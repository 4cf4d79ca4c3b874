#include "model/effect_report.h"

namespace yokoten {

bool lower_is_better(Outcome outcome) {
  return outcome != Outcome::paid_leave && outcome != Outcome::engagement;
}

bool owes_report(const Programme& programme, int year) {
  return year > programme.executed && year <= programme.executed + programme.reports;
}

}  // namespace yokoten
