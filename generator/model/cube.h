#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/figure_reads.h"
#include "model/observation.h"
#include "model/observation_list.h"
#include "model/period.h"

namespace yokoten {

/// All observations of a publication, found by (indicator, area, period, breakdown).
class Cube {
 public:
  Cube();

  int period_id(Period period);
  int find_period(Period period) const;          ///< -1 when there is none
  int breakdown_id(std::string_view breakdown);  ///< `start=第一期`, `key=value;key=value`
  int periods() const { return static_cast<int>(periods_.size()); }
  Period period(int id) const { return periods_[static_cast<std::size_t>(id)]; }
  /// Whether period `a` ends before `b`, or ends with it and is the shorter one.
  bool is_before(int a, int b) const { return place(a) < place(b); }
  const std::string& breakdown(int id) const { return breakdowns_[static_cast<std::size_t>(id)]; }
  int breakdowns() const { return static_cast<int>(breakdowns_.size()); }
  int find_breakdown(std::string_view breakdown) const;  ///< -1 when there is none

  /// Adds an observation, or returns the one already there with the same key (which then stays).
  FoundObservation add(const Observation& observation);
  /// Adds the observations of an indicator that has none yet; they are found after the next sort().
  void append(ObservationList observations);
  FoundObservation find(int indicator, int area, int period, int breakdown = 0) const;
  /// The observation of the newest period that has a value, a bound or a reason. What is planned
  /// is no newest figure: a plan only where there is nothing else.
  FoundObservation latest(int indicator, int area, int breakdown = 0) const;
  /// All observations of the indicator for the area, in the order of all().
  std::vector<FoundObservation> of_area(int indicator, int area) const;
  /// Periods that the indicator has for the area and breakdown, oldest first.
  std::vector<FoundObservation> series(int indicator, int area, int breakdown = 0) const;
  /// Those of each indicator, one after the other.
  Observations all() const;
  /// Those of one indicator.
  Observations figures(int indicator) const;
  /// The one at a position among those of its indicator.
  Observation at(int indicator, std::size_t position) const { return kept(indicator)[position]; }
  /// Where those of the indicator stand: all, or those for an area. None of them is empty.
  std::vector<ObservationRun> runs(int indicator) const;
  std::vector<ObservationRun> runs(int indicator, int area) const;
  int indicators() const { return static_cast<int>(figures_.size()); }
  /// Puts the observation in the place of that with the same key, which has to be there.
  void replace(const Observation& observation);
  /// Takes the figure out of the observation and gives the reason `suppressed`.
  void suppress(int indicator, int area, int period, int breakdown);
  /// Takes out all observations of the indicator.
  void remove(int indicator);
  /// Sorts by indicator, area, period, breakdown (in order of first use); find() stays right.
  void sort();

 private:
  struct Range {
    std::size_t begin = 0, end = 0;
  };

  /// Of the observations of an indicator, how many are sorted, which come first; and where those of
  /// an area begin.
  struct Sorted {
    std::size_t count = 0;
    std::vector<std::int32_t> starts;
  };

  const ObservationList& kept(int indicator) const;
  int place(int period) const { return places_[static_cast<std::size_t>(period)]; }
  std::uint64_t order_of(const ObservationList& list, int indicator, std::size_t at) const;
  Range sorted_range(int indicator, int area) const;
  /// Of those that were added later: positions, ascending.
  std::span<const std::int32_t> later(int indicator, int area) const;
  template <typename Take>
  void each_of_area(int indicator, int area, const Take& take) const;
  ObservationList& list(int indicator);
  int position(int indicator, int area, int period, int breakdown) const;  ///< -1 for none
  void sort(int indicator);

  std::vector<ObservationList> figures_;  // by indicator
  std::vector<Sorted> sorted_;            // by indicator
  std::vector<Period> periods_;
  std::vector<int> places_;  // by period: how many others come before it
  std::vector<std::string> breakdowns_;
  std::unordered_map<std::string, int> breakdown_ids_;
  // Of those that were added later, where among those of their indicator: by all of the key; by
  // indicator and area.
  std::unordered_map<std::uint64_t, std::int32_t> later_;
  std::unordered_map<std::uint64_t, std::vector<std::int32_t>> later_of_area_;
};

}  // namespace yokoten
