#include "model/accessibility.h"

#include <algorithm>
#include <array>

namespace yokoten {
namespace {

constexpr auto all_criteria = std::to_array<Criterion>({
    {"1.1.1", false, true, true},  {"1.2.1", false, true, true},  {"1.2.2", false, true, true},
    {"1.2.3", false, true, true},  {"1.2.4", true, true, true},   {"1.2.5", true, true, true},
    {"1.3.1", false, true, true},  {"1.3.2", false, true, true},  {"1.3.3", false, true, true},
    {"1.3.4", true, false, true},  {"1.3.5", true, false, true},  {"1.4.1", false, true, true},
    {"1.4.2", false, true, true},  {"1.4.3", true, true, true},   {"1.4.4", true, true, true},
    {"1.4.5", true, true, true},   {"1.4.10", true, false, true}, {"1.4.11", true, false, true},
    {"1.4.12", true, false, true}, {"1.4.13", true, false, true}, {"2.1.1", false, true, true},
    {"2.1.2", false, true, true},  {"2.1.4", false, false, true}, {"2.2.1", false, true, true},
    {"2.2.2", false, true, true},  {"2.3.1", false, true, true},  {"2.4.1", false, true, true},
    {"2.4.2", false, true, true},  {"2.4.3", false, true, true},  {"2.4.4", false, true, true},
    {"2.4.5", true, true, true},   {"2.4.6", true, true, true},   {"2.4.7", true, true, true},
    {"2.4.11", true, false, true}, {"2.5.1", false, false, true}, {"2.5.2", false, false, true},
    {"2.5.3", false, false, true}, {"2.5.4", false, false, true}, {"2.5.7", true, false, true},
    {"2.5.8", true, false, true},  {"3.1.1", false, true, true},  {"3.1.2", true, true, true},
    {"3.2.1", false, true, true},  {"3.2.2", false, true, true},  {"3.2.3", true, true, true},
    {"3.2.4", true, true, true},   {"3.2.6", false, false, true}, {"3.3.1", false, true, true},
    {"3.3.2", false, true, true},  {"3.3.3", true, true, true},   {"3.3.4", true, true, true},
    {"3.3.7", false, false, true}, {"3.3.8", true, false, true},  {"4.1.1", false, true, false},
    {"4.1.2", false, true, true},  {"4.1.3", true, false, true},
});

constexpr auto methods = std::to_array<std::string_view>(
    {"reflow", "zoom", "spacing", "orientation", "keyboard", "focus-order", "focus-visible",
     "focus-not-covered", "still", "markup", "language", "navigation", "ways", "no-media",
     "no-pictures", "no-fields", "no-device-motion", "forced-colours", "reduced-motion"});

template <typename List>
auto* with_number(const List& list, std::string_view number) {
  const auto at = std::find_if(list.begin(), list.end(),
                               [&](const auto& each) { return each.number == number; });
  return at == list.end() ? nullptr : &*at;
}

}  // namespace

std::span<const Criterion> criteria() { return all_criteria; }

const Criterion* criterion(std::string_view number) { return with_number(all_criteria, number); }

std::string_view conformity_word(Conformity conformity) {
  constexpr std::array<std::string_view, 4> words{"met", "not_applicable", "not_met", "open"};
  return words[static_cast<std::size_t>(conformity)];
}

std::span<const std::string_view> examination_methods() { return methods; }

const CriterionOutcome* Accessibility::outcome(std::string_view number) const {
  return with_number(outcomes, number);
}

const Judgement* Accessibility::judgement(std::string_view number) const {
  return with_number(judged, number);
}

Conformity Accessibility::result(std::string_view number) const {
  const CriterionOutcome* seen = outcome(number);
  if (seen != nullptr && seen->result == Conformity::not_met) return Conformity::not_met;
  if (const Judgement* said = judgement(number)) return said->result;
  return seen == nullptr ? Conformity::open : seen->result;
}

}  // namespace yokoten
