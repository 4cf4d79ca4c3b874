#include "model/observation.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

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

// Whether it is more than the word that nothing was published, which no source says.
bool tells(const Observation& each) {
  return each.value || each.lower || each.source >= 0 || each.missing == Missing::suppressed;
}

/// The newest of a series. A plan gives way to what is none, unless all that is none only fills a
/// gap: then the area has nothing but its plan.
class Newest {
 public:
  /// `is_older`: whether one that was taken before is of an earlier period.
  template <typename IsOlder>
  void take(const Observation& each, const IsOlder& is_older) {
    const auto keep = [&](const Observation*& last) {
      if (last == nullptr || is_older(*last)) last = &each;
    };
    const bool plan = each.has(planned), tells = yokoten::tells(each);
    keep(plan ? plan_ : other_);
    if (tells) keep(plan ? told_plan_ : told_);
  }
  /// Whether no plan can be the newest any more.
  bool is_told() const { return told_ != nullptr; }
  const Observation* chosen() const {
    if (told_ != nullptr || (told_plan_ == nullptr && other_ != nullptr)) return other_;
    return told_plan_ != nullptr ? told_plan_ : plan_;
  }

 private:
  const Observation *other_ = nullptr, *told_ = nullptr, *plan_ = nullptr, *told_plan_ = nullptr;
};

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
  int before = 0;
  for (std::size_t at = 0; at < periods_.size(); ++at)
    if (order(periods_[at], period) < 0)
      ++before;
    else
      ++places_[at];
  periods_.push_back(period);
  places_.push_back(before);
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

// As sort() has them.
std::uint64_t Cube::order_of(const Observation& each) const {
  return key(each.indicator, each.area, place(each.period), each.breakdown);
}

const std::vector<Observation>& Cube::kept(int indicator) const {
  static const std::vector<Observation> none;
  const auto at = static_cast<std::size_t>(indicator);
  return indicator < 0 || at >= figures_.size() ? none : figures_[at];
}

const std::vector<Observation>& Cube::figures(int indicator) const {
  read_notes::add_more();
  return kept(indicator);
}

std::vector<Observation>& Cube::list(int indicator) {
  const auto at = static_cast<std::size_t>(indicator);
  if (at >= figures_.size()) {
    figures_.resize(at + 1);
    sorted_.resize(at + 1);
  }
  return figures_[at];
}

Cube::Range Cube::sorted_range(int indicator, int area) const {
  if (indicator < 0 || indicator >= indicators() || area < 0) return {};
  const auto& starts = sorted_[static_cast<std::size_t>(indicator)].starts;
  const auto at = static_cast<std::size_t>(area);
  if (at + 1 >= starts.size()) return {};
  return {static_cast<std::size_t>(starts[at]), static_cast<std::size_t>(starts[at + 1])};
}

int Cube::position(int indicator, int area, int period, int breakdown) const {
  const auto [begin, end] = sorted_range(indicator, area);
  const auto& figures = kept(indicator);
  const auto first = figures.begin() + static_cast<std::ptrdiff_t>(begin),
             last = figures.begin() + static_cast<std::ptrdiff_t>(end);
  if (first != last) {
    const std::uint64_t wanted = key(indicator, area, place(period), breakdown);
    // Most series have a figure for each period.
    const int guess = place(period) - place(first->period);
    if (guess >= 0 && guess < last - first && order_of(*(first + guess)) == wanted)
      return static_cast<int>(begin) + guess;
    const auto at = std::lower_bound(first, last, wanted, [&](const auto& each, std::uint64_t key) {
      return order_of(each) < key;
    });
    if (at != last && order_of(*at) == wanted) return static_cast<int>(at - figures.begin());
  }
  if (later_.empty()) return -1;
  const auto at = later_.find(key(indicator, area, period, breakdown));
  return at == later_.end() ? -1 : at->second;
}

const Observation* Cube::add(const Observation& observation) {
  const auto& [indicator, area, period, breakdown] =
      std::tie(observation.indicator, observation.area, observation.period, observation.breakdown);
  if (const Observation* known = find(indicator, area, period, breakdown)) return known;
  std::vector<Observation>& figures = list(indicator);
  const auto number = static_cast<std::int32_t>(figures.size());
  later_.emplace(key(indicator, area, period, breakdown), number);
  later_of_area_[key(indicator, area, 0, 0)].push_back(number);
  figures.push_back(observation);
  return nullptr;
}

void Cube::append(std::vector<Observation> observations) {
  if (!observations.empty()) list(observations.front().indicator) = std::move(observations);
}

const Observation* Cube::find(int indicator, int area, int period, int breakdown) const {
  read_notes::add(ReadSeries{indicator, area});
  const int at = position(indicator, area, period, breakdown);
  return at < 0 ? nullptr : &kept(indicator)[static_cast<std::size_t>(at)];
}

template <typename Take>
void Cube::each_of_area(int indicator, int area, const Take& take) const {
  read_notes::add(ReadSeries{indicator, area});
  const auto [begin, end] = sorted_range(indicator, area);
  const auto& figures = kept(indicator);
  for (std::size_t at = begin; at < end; ++at) take(figures[at]);
  if (later_of_area_.empty()) return;
  if (const auto at = later_of_area_.find(key(indicator, area, 0, 0)); at != later_of_area_.end())
    for (const std::int32_t number : at->second) take(figures[static_cast<std::size_t>(number)]);
}

std::vector<const Observation*> Cube::of_area(int indicator, int area) const {
  const auto [begin, end] = sorted_range(indicator, area);
  std::vector<const Observation*> found;
  found.reserve(end - begin);
  each_of_area(indicator, area, [&](const Observation& each) { found.push_back(&each); });
  return found;
}

std::vector<const Observation*> Cube::of_indicator(int indicator) const {
  read_notes::add_more();
  std::vector<const Observation*> found;
  found.reserve(kept(indicator).size());
  for (const Observation& each : kept(indicator)) found.push_back(&each);
  return found;
}

std::vector<const Observation*> Cube::series(int indicator, int area, int breakdown) const {
  const auto [begin, end] = sorted_range(indicator, area);
  std::vector<const Observation*> found;
  found.reserve(end - begin);
  each_of_area(indicator, area, [&](const Observation& each) {
    if (each.breakdown == breakdown) found.push_back(&each);
  });
  const auto is_earlier = [this](const Observation* a, const Observation* b) {
    return is_before(a->period, b->period);
  };
  if (!std::is_sorted(found.begin(), found.end(), is_earlier))
    std::sort(found.begin(), found.end(), is_earlier);
  return found;
}

const Observation* Cube::latest(int indicator, int area, int breakdown) const {
  read_notes::add(ReadSeries{indicator, area});
  Newest newest;
  if (later_of_area_.empty()) {  // the last of the sorted ones has the newest period
    const auto [begin, end] = sorted_range(indicator, area);
    const auto& figures = kept(indicator);
    for (std::size_t at = end; at > begin; --at) {
      const Observation& each = figures[at - 1];
      if (each.breakdown != breakdown) continue;
      newest.take(each, [](const Observation&) { return false; });
      if (newest.is_told()) break;
    }
    return newest.chosen();
  }
  each_of_area(indicator, area, [&](const Observation& each) {
    if (each.breakdown == breakdown)
      newest.take(each,
                  [&](const Observation& known) { return is_before(known.period, each.period); });
  });
  return newest.chosen();
}

void Cube::replace(const Observation& observation) {
  const int at =
      position(observation.indicator, observation.area, observation.period, observation.breakdown);
  list(observation.indicator)[static_cast<std::size_t>(at)] = observation;
}

void Cube::suppress(int indicator, int area, int period, int breakdown) {
  const int at = position(indicator, area, period, breakdown);
  if (at < 0) return;
  Observation& hidden = list(indicator)[static_cast<std::size_t>(at)];
  hidden.numerator = hidden.denominator = hidden.value = hidden.lower = hidden.upper = std::nullopt;
  hidden.numerator_origin = hidden.denominator_origin = {};
  hidden.missing = Missing::suppressed;
}

void Cube::remove(int indicator) {
  list(indicator).clear();
  sorted_[static_cast<std::size_t>(indicator)] = {};
  sort();
}

void Cube::sort() {
  for (std::size_t indicator = 0; indicator < figures_.size(); ++indicator)
    if (sorted_[indicator].count != figures_[indicator].size()) sort(indicator);
  later_ = {};
  later_of_area_ = {};
}

void Cube::sort(std::size_t indicator) {
  std::vector<Observation>& figures = figures_[indicator];
  const auto order = [this](const Observation& each) { return order_of(each); };
  if (!std::ranges::is_sorted(figures, {}, order)) {
    std::vector<Place> places;
    places.reserve(figures.size());
    for (const Observation& each : figures) places.push_back({order(each), places.size()});
    std::ranges::sort(places, [](const Place& a, const Place& b) {
      return std::tie(a.key, a.from) < std::tie(b.key, b.from);
    });
    reorder(figures, places);
  }
  auto& [count, starts] = sorted_[indicator];
  count = figures.size();
  starts.assign(static_cast<std::size_t>(figures.back().area) + 2, 0);
  for (const Observation& each : figures) ++starts[static_cast<std::size_t>(each.area) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
}

// The observations are large: each is moved once, and there is no second vector of them.
void Cube::reorder(std::vector<Observation>& figures, std::vector<Place>& places) {
  for (std::size_t begin = 0; begin < places.size(); ++begin) {
    if (places[begin].from == begin) continue;
    const Observation first = figures[begin];
    std::size_t at = begin;
    while (places[at].from != begin) {
      figures[at] = figures[places[at].from];
      at = std::exchange(places[at].from, at);
    }
    figures[at] = first;
    places[at].from = at;
  }
}

}  // namespace yokoten
