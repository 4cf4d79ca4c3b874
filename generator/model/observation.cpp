#include "model/observation.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace yokoten {
namespace {

constexpr std::array<std::pair<Missing, std::string_view>, 7> missing_words = {{
    {Missing::none, ""},
    {Missing::not_published, "not_published"},
    {Missing::not_applicable, "not_applicable"},
    {Missing::not_reported, "not_reported"},
    {Missing::not_set, "not_set"},
    {Missing::suppressed, "suppressed"},
    {Missing::unknown, "unknown"},
}};

constexpr std::array<std::pair<Flag, std::string_view>, 5> flag_words = {{
    {provisional, "provisional"},
    {revised, "revised"},
    {corrected, "corrected"},
    {bound, "bound"},
    {planned, "planned"},
}};

// indicator 12 bits, area 24, period 14, breakdown 14: far above what one publication holds.
std::uint64_t key(int indicator, int area, int period, int breakdown) {
  const auto wide = [](int part) { return static_cast<std::uint64_t>(part); };
  return wide(indicator) << 52 | wide(area) << 28 | wide(period) << 14 | wide(breakdown);
}

}  // namespace

std::string_view to_text(Missing missing) {
  return missing_words[static_cast<std::size_t>(missing)].second;
}

std::optional<Missing> parse_missing(std::string_view text) {
  for (const auto& [missing, word] : missing_words)
    if (word == text && missing != Missing::none) return missing;
  return std::nullopt;
}

std::string flags_text(std::uint8_t flags) {
  std::string text;
  for (const auto& [flag, word] : flag_words) {
    if ((flags & flag) == 0) continue;
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::optional<std::uint8_t> parse_flag(std::string_view text) {
  for (const auto& [flag, word] : flag_words)
    if (word == text) return static_cast<std::uint8_t>(flag);
  return std::nullopt;
}

Cube::Cube() {
  period_id({});
  breakdown_id("");
}

int Cube::find_period(Period period) const {
  const auto at = std::find(periods_.begin(), periods_.end(), period);
  return at == periods_.end() ? -1 : static_cast<int>(at - periods_.begin());
}

int Cube::period_id(Period period) {
  if (const int known = find_period(period); known >= 0) return known;
  periods_.push_back(period);
  return static_cast<int>(periods_.size()) - 1;
}

int Cube::breakdown_id(std::string_view breakdown) {
  const auto [at, added] =
      breakdown_ids_.try_emplace(std::string(breakdown), static_cast<int>(breakdowns_.size()));
  if (added) breakdowns_.emplace_back(breakdown);
  return at->second;
}

int Cube::find_breakdown(std::string_view breakdown) const {
  const auto at = breakdown_ids_.find(std::string(breakdown));
  return at == breakdown_ids_.end() ? -1 : at->second;
}

const Observation* Cube::add(const Observation& observation) {
  const auto number = static_cast<std::int32_t>(observations_.size());
  const auto [at, added] = index_.try_emplace(
      key(observation.indicator, observation.area, observation.period, observation.breakdown),
      number);
  if (!added) return &observations_[static_cast<std::size_t>(at->second)];
  observations_.push_back(observation);
  by_area_[key(observation.indicator, observation.area, 0, 0)].push_back(number);
  return nullptr;
}

const Observation* Cube::find(int indicator, int area, int period, int breakdown) const {
  const auto at = index_.find(key(indicator, area, period, breakdown));
  return at == index_.end() ? nullptr : &observations_[static_cast<std::size_t>(at->second)];
}

std::vector<const Observation*> Cube::of_area(int indicator, int area) const {
  std::vector<const Observation*> found;
  const auto at = by_area_.find(key(indicator, area, 0, 0));
  if (at == by_area_.end()) return found;
  for (const std::int32_t number : at->second)
    found.push_back(&observations_[static_cast<std::size_t>(number)]);
  return found;
}

std::vector<const Observation*> Cube::series(int indicator, int area, int breakdown) const {
  std::vector<const Observation*> found;
  const auto at = by_area_.find(key(indicator, area, 0, 0));
  if (at == by_area_.end()) return found;
  for (const std::int32_t number : at->second) {
    const Observation& observation = observations_[static_cast<std::size_t>(number)];
    if (observation.breakdown == breakdown) found.push_back(&observation);
  }
  std::sort(found.begin(), found.end(), [this](const Observation* a, const Observation* b) {
    return order(period(a->period), period(b->period)) < 0;
  });
  return found;
}

const Observation* Cube::latest(int indicator, int area, int breakdown) const {
  const auto at = by_area_.find(key(indicator, area, 0, 0));
  if (at == by_area_.end()) return nullptr;
  const Observation* newest = nullptr;
  for (const std::int32_t number : at->second) {
    const Observation& each = observations_[static_cast<std::size_t>(number)];
    if (each.breakdown != breakdown) continue;
    if (newest == nullptr || order(period(newest->period), period(each.period)) <= 0)
      newest = &each;
  }
  return newest;
}

void Cube::suppress(int indicator, int area, int period, int breakdown) {
  const auto at = index_.find(key(indicator, area, period, breakdown));
  if (at == index_.end()) return;
  Observation& hidden = observations_[static_cast<std::size_t>(at->second)];
  hidden.numerator = hidden.denominator = hidden.value = hidden.lower = hidden.upper = std::nullopt;
  hidden.numerator_origin = hidden.denominator_origin = {};
  hidden.missing = Missing::suppressed;
}

void Cube::remove(int indicator) {
  std::erase_if(observations_,
                [&](const Observation& each) { return each.indicator == indicator; });
  sort();
}

void Cube::sort() {
  std::stable_sort(observations_.begin(), observations_.end(),
                   [this](const Observation& a, const Observation& b) {
                     const auto ends = order(period(a.period), period(b.period));
                     return std::tuple(a.indicator, a.area, ends > 0, a.breakdown) <
                            std::tuple(b.indicator, b.area, ends < 0, b.breakdown);
                   });
  index_.clear();
  by_area_.clear();
  for (std::size_t at = 0; at < observations_.size(); ++at) {
    const Observation& each = observations_[at];
    index_[key(each.indicator, each.area, each.period, each.breakdown)] =
        static_cast<std::int32_t>(at);
    by_area_[key(each.indicator, each.area, 0, 0)].push_back(static_cast<std::int32_t>(at));
  }
}

}  // namespace yokoten
