#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "check/series.h"

namespace yokoten {
namespace {

constexpr std::size_t kFewestChanges = 4;  // of an area's own, to know what is usual
constexpr std::size_t kFewestPeers = 20;
constexpr double kFarFromOwn = 8, kFarFromPeers = 10;  // robust z-scores
constexpr double kPointFloor = 1, kLogFloor = 0.05;    // a point; a twentieth
constexpr double kOfMedian = 1.4826;  // of a normal distribution: deviation over median deviation

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// How far a change lies from others, in robust standard deviations.
double score(double change, const std::vector<double>& others, double floor) {
  const double usual = median(others);
  std::vector<double> apart;
  for (const double other : others) apart.push_back(std::abs(other - usual));
  return std::abs(change - usual) / (kOfMedian * median(apart) + floor);
}

struct Change {
  const Observation *before = nullptr, *after = nullptr;
  double size = 0;   ///< in points, or in logarithms of a count
  double floor = 0;  ///< what chance alone makes
};

class Jumps {
 public:
  explicit Jumps(const Subject& subject) : subject_(subject) {}

  void check() {
    gather();
    for (const auto& [key, changes] : own_)
      for (std::size_t at = 0; at < changes.size(); ++at) check(changes, at);
  }

 private:
  using Series = std::tuple<int, int, int>;          // indicator, area, breakdown
  using Step = std::tuple<int, int, int, int, int>;  // indicator, level, breakdown, periods

  const Indicator& indicator(const Observation& seen) const {
    return subject_.indicator(seen.indicator);
  }

  void gather() {
    const Cube& cube = subject_.measured.cube;
    std::map<Series, const Observation*> last;
    for (const Observation& seen : cube.all()) {
      if (!seen.value || seen.has(planned)) continue;
      const Observation*& kept = last[{seen.indicator, seen.area, seen.breakdown}];
      const Observation* before = std::exchange(kept, &seen);
      if (before == nullptr || cube.period(before->period).kind != cube.period(seen.period).kind)
        continue;
      const Change change = change_of(*before, seen);
      own_[{seen.indicator, seen.area, seen.breakdown}].push_back(change);
      peers_[step(change)].push_back(change.size);
    }
  }

  Step step(const Change& change) const {
    const Observation& seen = *change.after;
    return {seen.indicator, static_cast<int>(subject_.areas.at(seen.area).level), seen.breakdown,
            change.before->period, seen.period};
  }

  Change change_of(const Observation& before, const Observation& after) const {
    const double from = to_double(*before.value), to = to_double(*after.value);
    if (indicator(after).unit == "%" || from < 0 || to < 0)
      return {&before, &after, to - from, kPointFloor + few(before) + few(after)};
    return {&before, &after, std::log((to + 1) / (from + 1)),
            kLogFloor + std::sqrt(2 / (std::min(from, to) + 1))};
  }

  // A share of few moves by whole steps.
  static double few(const Observation& seen) {
    if (!seen.denominator || seen.denominator->mantissa <= 0) return 0;
    return 50 / std::sqrt(to_double(*seen.denominator));
  }

  void check(const std::vector<Change>& changes, std::size_t at) const {
    const Change& change = changes[at];
    if (const double factor = factor_of(change); factor != 0) return report_unit(change, factor);
    std::vector<double> earlier;
    for (std::size_t each = 0; each < at; ++each) earlier.push_back(changes[each].size);
    const bool known = earlier.size() >= kFewestChanges;
    if (known && score(change.size, earlier, change.floor) > kFarFromOwn)
      return report_jump(change, "この地域のこれまで", "its own history");
    const auto& peers = peers_.at(step(change));
    if (!known && peers.size() >= kFewestPeers &&
        score(change.size, peers, change.floor) > kFarFromPeers)
      report_jump(change, "ほかの地域の変化", "the changes of its peers");
  }

  // Percent for shares, thousands for ones: 6.0 and 600, 0.06 and 6.0, 1,234 and 1,234,000.
  double factor_of(const Change& change) const {
    const double from = to_double(*change.before->value), to = to_double(*change.after->value);
    if (from <= 0 || to <= 0) return 0;
    const bool percent = indicator(*change.after).unit == "%";
    if (!percent && std::min(from, to) < 10) return 0;
    for (const double factor : std::array{100.0, 1000.0, 10000.0, 1000000.0})
      for (const double each : {factor, 1 / factor})
        if (to / from > 0.7 * each && to / from < 1.4 * each) return each;
    return 0;
  }

  std::string figure(const Observation& seen) const {
    return fmt::format("{} {}{}", to_text(subject_.measured.cube.period(seen.period)),
                       to_shown(trimmed(*seen.value)), indicator(seen).unit);
  }

  std::string name(const Observation& seen) const {
    return subject_.areas.at(seen.area).name + ' ' + indicator(seen).title;
  }

  Place place(const Observation& seen) const {
    for (const Origin* origin : {&seen.numerator_origin, &seen.denominator_origin})
      if (origin->source >= 0 && origin->row >= 0) return subject_.place(*origin);
    return seen.source >= 0 ? subject_.source(seen.source).place : indicator(seen).place;
  }

  void report_unit(const Change& change, double factor) const {
    const double times = factor > 1 ? factor : 1 / factor;
    subject_.warning(
        place(*change.after), "series.unit",
        {fmt::format("{}が {} から {} へ、およそ{}倍も変わっています。単位（割合と%、人と千人など）"
                     "を確かめてください",
                     name(*change.after), figure(*change.before), figure(*change.after),
                     factor > 1 ? fmt::format("{:.0f}", times) : fmt::format("{:.0f}分の1", times)),
         fmt::format("{} goes from {} to {}, about {} {}; check the unit (shares or percent, ones "
                     "or thousands)",
                     name(*change.after), figure(*change.before), figure(*change.after),
                     factor > 1 ? "times" : "one in", fmt::format("{:.0f}", times))});
  }

  void report_jump(const Change& change, const char* ja, const char* en) const {
    subject_.warning(
        place(*change.after), "series.jump",
        {fmt::format("{}が {} から {} へ変わり、{}から大きく外れています。桁と行の取り違えがないか"
                     "確かめてください",
                     name(*change.after), figure(*change.before), figure(*change.after), ja),
         fmt::format("{} goes from {} to {}, far from {}; check digits and rows",
                     name(*change.after), figure(*change.before), figure(*change.after), en)});
  }

  const Subject& subject_;
  std::map<Series, std::vector<Change>> own_;
  std::map<Step, std::vector<double>> peers_;
};

}  // namespace

void check_jumps(const Subject& subject) { Jumps(subject).check(); }

}  // namespace yokoten
