#include "model/cube.h"

#include <algorithm>
#include <numeric>
#include <ranges>
#include <span>
#include <tuple>
#include <utility>

#include "base/threads.h"

namespace yokoten {
namespace {

// indicator 12 bits, area 24, period 14, breakdown 14: far above what one publication holds.
std::uint64_t key(int indicator, int area, int period, int breakdown) {
  const auto wide = [](int part) { return static_cast<std::uint64_t>(part); };
  return wide(indicator) << 52 | wide(area) << 28 | wide(period) << 14 | wide(breakdown);
}

// Whether it is more than the word that nothing was published, which no source says.
bool tells(const Observation& each) {
  return each.value || each.lower || each.source >= 0 || each.missing == Missing::suppressed;
}

/// The newest of a series, by positions. A plan gives way to what is none, unless all that is none
/// only fills a gap: then the area has nothing but its plan.
class Newest {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// `is_older`: whether one that was taken before is of an earlier period.
  template <typename IsOlder>
  void take(std::size_t at, const Observation& each, const IsOlder& is_older) {
    const auto keep = [&](std::size_t& last) {
      if (last == none || is_older(last)) last = at;
    };
    const bool plan = each.has(planned), tells = yokoten::tells(each);
    keep(plan ? plan_ : other_);
    if (tells) keep(plan ? told_plan_ : told_);
  }
  /// Whether no plan can be the newest any more.
  bool is_told() const { return told_ != none; }
  std::size_t chosen() const {
    if (told_ != none || (told_plan_ == none && other_ != none)) return other_;
    return told_plan_ != none ? told_plan_ : plan_;
  }

 private:
  std::size_t other_ = none, told_ = none, plan_ = none, told_plan_ = none;
};

}  // namespace

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
std::uint64_t Cube::order_of(const ObservationList& list, int indicator, std::size_t at) const {
  return key(indicator, list.area(at), place(list.period(at)), list.breakdown(at));
}

const ObservationList& Cube::kept(int indicator) const {
  static const ObservationList none;
  const auto at = static_cast<std::size_t>(indicator);
  return indicator < 0 || at >= figures_.size() ? none : figures_[at];
}

Observations Cube::all() const {
  read_notes::add_more();
  return {figures_, 0, figures_.empty() ? 0 : figures_.back().size()};
}

Observations Cube::figures(int indicator) const {
  read_notes::add_more();
  return kept(indicator).all();
}

std::vector<ObservationRun> Cube::runs(int indicator) const {
  const ObservationList& figures = kept(indicator);
  if (figures.empty()) return {};
  return {{&figures, 0, figures.size()}};
}

std::vector<ObservationRun> Cube::runs(int indicator, int area) const {
  read_notes::add(ReadSeries{indicator, area});
  const ObservationList& figures = kept(indicator);
  std::vector<ObservationRun> found;
  if (const auto [begin, end] = sorted_range(indicator, area); begin < end)
    found.push_back({&figures, begin, end});
  for (const std::int32_t number : later(indicator, area)) {
    const auto at = static_cast<std::size_t>(number);
    if (!found.empty() && found.back().end == at)
      ++found.back().end;
    else
      found.push_back({&figures, at, at + 1});
  }
  return found;
}

ObservationList& Cube::list(int indicator) {
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
  const ObservationList& figures = kept(indicator);
  const std::uint64_t wanted = key(indicator, area, period < 0 ? 0 : place(period), breakdown);
  if (begin < end && period >= 0) {
    // Most series have a figure for each period.
    const int guess = place(period) - place(figures.period(begin));
    const std::size_t guessed = begin + static_cast<std::size_t>(guess);
    if (guess >= 0 && guessed < end && order_of(figures, indicator, guessed) == wanted)
      return static_cast<int>(guessed);
    const auto positions = std::views::iota(begin, end);
    const auto at = std::ranges::lower_bound(positions, wanted, {}, [&](std::size_t each) {
      return order_of(figures, indicator, each);
    });
    if (at != positions.end() && order_of(figures, indicator, *at) == wanted)
      return static_cast<int>(*at);
  }
  if (later_.empty()) return -1;
  const auto at = later_.find(key(indicator, area, period, breakdown));
  return at == later_.end() ? -1 : at->second;
}

FoundObservation Cube::add(const Observation& observation) {
  const auto& [indicator, area, period, breakdown] =
      std::tie(observation.indicator, observation.area, observation.period, observation.breakdown);
  if (const FoundObservation known = find(indicator, area, period, breakdown)) return known;
  ObservationList& figures = list(indicator);
  const auto number = static_cast<std::int32_t>(figures.size());
  later_.emplace(key(indicator, area, period, breakdown), number);
  later_of_area_[key(indicator, area, 0, 0)].push_back(number);
  figures.push_back(observation);
  return nullptr;
}

void Cube::append(ObservationList observations) {
  if (!observations.empty()) list(observations[0].indicator) = std::move(observations);
}

FoundObservation Cube::find(int indicator, int area, int period, int breakdown) const {
  read_notes::add(ReadSeries{indicator, area});
  const int at = position(indicator, area, period, breakdown);
  if (at < 0) return nullptr;
  return kept(indicator)[static_cast<std::size_t>(at)];
}

std::span<const std::int32_t> Cube::later(int indicator, int area) const {
  if (later_of_area_.empty()) return {};
  const auto at = later_of_area_.find(key(indicator, area, 0, 0));
  return at == later_of_area_.end() ? std::span<const std::int32_t>() : at->second;
}

template <typename Take>
void Cube::each_of_area(int indicator, int area, const Take& take) const {
  read_notes::add(ReadSeries{indicator, area});
  const auto [begin, end] = sorted_range(indicator, area);
  const ObservationList& figures = kept(indicator);
  Observation room;
  for (std::size_t at = begin; at < end; ++at) take(at, figures.read(at, room));
  for (const std::int32_t number : later(indicator, area))
    take(static_cast<std::size_t>(number), figures.read(static_cast<std::size_t>(number), room));
}

std::vector<FoundObservation> Cube::of_area(int indicator, int area) const {
  const auto [begin, end] = sorted_range(indicator, area);
  std::vector<FoundObservation> found;
  found.reserve(end - begin);
  each_of_area(indicator, area,
               [&](std::size_t /*at*/, const Observation& each) { found.push_back(each); });
  return found;
}

std::vector<FoundObservation> Cube::series(int indicator, int area, int breakdown) const {
  const auto [begin, end] = sorted_range(indicator, area);
  std::vector<FoundObservation> found;
  found.reserve(end - begin);
  each_of_area(indicator, area, [&](std::size_t /*at*/, const Observation& each) {
    if (each.breakdown == breakdown) found.push_back(each);
  });
  const auto is_earlier = [this](const FoundObservation& a, const FoundObservation& b) {
    return is_before(a->period, b->period);
  };
  if (!std::is_sorted(found.begin(), found.end(), is_earlier))
    std::sort(found.begin(), found.end(), is_earlier);
  return found;
}

FoundObservation Cube::latest(int indicator, int area, int breakdown) const {
  const ObservationList& figures = kept(indicator);
  Newest newest;
  if (later_of_area_.empty()) {  // the last of the sorted ones has the newest period
    read_notes::add(ReadSeries{indicator, area});
    const auto [begin, end] = sorted_range(indicator, area);
    Observation room;
    for (std::size_t at = end; at > begin && !newest.is_told(); --at) {
      if (figures.breakdown(at - 1) != breakdown) continue;
      newest.take(at - 1, figures.read(at - 1, room), [](std::size_t) { return false; });
    }
  } else {
    each_of_area(indicator, area, [&](std::size_t at, const Observation& each) {
      if (each.breakdown == breakdown)
        newest.take(at, each, [&](std::size_t known) {
          return is_before(figures.period(known), each.period);
        });
    });
  }
  if (newest.chosen() == Newest::none) return nullptr;
  return figures[newest.chosen()];
}

void Cube::replace(const Observation& observation) {
  const int at =
      position(observation.indicator, observation.area, observation.period, observation.breakdown);
  list(observation.indicator).set(static_cast<std::size_t>(at), observation);
}

void Cube::suppress(int indicator, int area, int period, int breakdown) {
  const int at = position(indicator, area, period, breakdown);
  if (at < 0) return;
  Observation hidden = kept(indicator)[static_cast<std::size_t>(at)];
  hidden.numerator = std::nullopt;
  hidden.denominator = std::nullopt;
  hidden.value = std::nullopt;
  hidden.lower = std::nullopt;
  hidden.upper = std::nullopt;
  hidden.numerator_origin = hidden.denominator_origin = {};
  hidden.missing = Missing::suppressed;
  list(indicator).set(static_cast<std::size_t>(at), hidden);
}

void Cube::remove(int indicator) {
  list(indicator).clear();
  sorted_[static_cast<std::size_t>(indicator)] = {};
  sort();
}

void Cube::sort() {
  share_out(figures_.size(), [&](std::size_t indicator) {
    if (sorted_[indicator].count != figures_[indicator].size()) sort(static_cast<int>(indicator));
  });
  later_ = {};
  later_of_area_ = {};
}

void Cube::sort(int indicator) {
  ObservationList& figures = list(indicator);
  std::vector<std::uint64_t> keys;
  keys.reserve(figures.size());
  auto& [count, starts] = sorted_[static_cast<std::size_t>(indicator)];
  starts.clear();
  for (const Observation& each : figures.all()) {
    keys.push_back(key(indicator, each.area, place(each.period), each.breakdown));
    const auto behind = static_cast<std::size_t>(each.area) + 1;
    if (behind >= starts.size()) starts.resize(behind + 1);
    ++starts[behind];
  }
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  count = keys.size();
  if (std::ranges::is_sorted(keys)) return;
  std::vector<std::size_t> places(keys.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, {}, [&](std::size_t at) { return keys[at]; });
  figures.reorder(std::move(places));
}

}  // namespace yokoten
