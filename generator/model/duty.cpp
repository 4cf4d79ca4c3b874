#include "model/duty.h"

#include <algorithm>

namespace yokoten {

std::optional<DutyItem> duty_item(std::string_view word) {
  const auto at = std::find(duty_words.begin(), duty_words.end(), word);
  if (at == duty_words.end()) return std::nullopt;
  return static_cast<DutyItem>(at - duty_words.begin());
}

// Both programmes bind to publish the results and to spread them by training and with
// associations. Only model facilities must receive visitors and report effects; for the data link
// the report is advised. A collection of good practice is a cost that may be charged.
bool is_binding(Clause clause, DutyItem item) {
  if (clause == Clause::none || item == DutyItem::good_practice) return false;
  if (item == DutyItem::visits || item == DutyItem::effects) return clause == Clause::model_region;
  return true;
}

std::string_view duty_state_word(Duty::State state) {
  static constexpr std::array<std::string_view, 4> words = {"met", "missing", "waived", "later"};
  return words[static_cast<std::size_t>(state)];
}

}  // namespace yokoten
