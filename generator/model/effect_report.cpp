#include "model/effect_report.h"

namespace yokoten {

bool lower_is_better(Outcome outcome) {
  return outcome != Outcome::paid_leave && outcome != Outcome::engagement;
}

std::string_view outcome_unit(Outcome outcome) {
  constexpr std::array<std::string_view, outcome_count> units = {"時間", "時間", "日",
                                                                 "%",    "点",   "点"};
  return units[static_cast<std::size_t>(outcome)];
}

bool owes_report(const Programme& programme, int year) {
  return year > programme.executed && year <= programme.executed + programme.reports;
}

}  // namespace yokoten
