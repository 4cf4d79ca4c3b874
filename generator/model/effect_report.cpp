#include "model/effect_report.h"

namespace yokoten {

bool owes_report(const Programme& programme, int year) {
  return year > programme.executed && year <= programme.executed + programme.reports;
}

}  // namespace yokoten
