#pragma once

#include <cstdint>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/packed_decimal.h"
#include "model/figure_reads.h"
#include "model/period.h"

namespace yokoten {

/// Why there is no value. None of them is 0.
enum class Missing : std::uint8_t {
  none,
  not_published,
  not_applicable,
  not_reported,
  not_set,
  suppressed,
  unknown
};

/// What is to be known about a value; several may hold at once.
enum Flag : std::uint8_t { provisional = 1, revised = 2, corrected = 4, bound = 8, planned = 16 };

std::string_view to_text(Missing missing);
std::optional<Missing> parse_missing(std::string_view text);
/// Names joined by a space in the order above; empty for 0.
std::string flags_text(std::uint8_t flags);
std::optional<std::uint8_t> parse_flag(std::string_view text);

/// What a figure passes on to sums and shares made from it: a correction marks the figure whose own
/// cell was corrected, and pages tell of it beside the sum.
inline std::uint8_t handed_up(std::uint8_t flags) {
  return static_cast<std::uint8_t>(flags & ~static_cast<unsigned>(corrected));
}

/// A cell of a source that a figure comes from: position of the source in the publication, row
/// and column as in Table. row -1: summed up from the observations of the areas below.
struct Origin {
  std::int16_t source = -1;
  std::int16_t column = -1;
  std::int32_t row = -1;
};

/// One figure: an indicator, for an area, at a period, for a part (`breakdown`) of the whole.
struct Observation {
  std::int32_t indicator = 0;  ///< position in Publication::indicators
  std::int32_t area = 0;       ///< id in Areas
  std::int32_t period = 0;     ///< id in Cube
  std::int32_t breakdown = 0;  ///< id in Cube; 0 is the total
  PackedDecimal numerator, denominator;
  PackedDecimal value;         ///< exact as printed, or rounded half up to 6 places
  PackedDecimal lower, upper;  ///< what is proven where no value can be computed
  std::uint8_t flags = 0;
  Missing missing = Missing::none;
  std::int16_t source = -1;
  Origin numerator_origin, denominator_origin;

  bool has(Flag flag) const { return (flags & flag) != 0; }
  /// Whether its numerator stands in a row of a source.
  bool stands_in_row() const { return numerator_origin.source >= 0 && numerator_origin.row >= 0; }
};

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
  const Observation* add(const Observation& observation);
  /// Adds the observations of an indicator that has none yet; they are found after the next sort().
  void append(std::vector<Observation> observations);
  const Observation* find(int indicator, int area, int period, int breakdown = 0) const;
  /// The observation of the newest period that has a value, a bound or a reason. What is planned
  /// is no newest figure: a plan only where there is nothing else. nullptr if none.
  const Observation* latest(int indicator, int area, int breakdown = 0) const;
  /// All observations of the indicator for the area, in the order of all().
  std::vector<const Observation*> of_area(int indicator, int area) const;
  /// Those of the indicator for all areas, in the order of all().
  std::vector<const Observation*> of_indicator(int indicator) const;
  /// Periods that the indicator has for the area and breakdown, oldest first.
  std::vector<const Observation*> series(int indicator, int area, int breakdown = 0) const;
  /// Those of each indicator, one after the other.
  auto all() const {
    read_notes::add_more();
    return std::views::join(figures_);
  }
  /// Those of one indicator.
  const std::vector<Observation>& figures(int indicator) const;
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

  /// Where an observation comes from that is to stand at a place.
  struct Place {
    std::uint64_t key = 0;
    std::size_t from = 0;
  };

  const std::vector<Observation>& kept(int indicator) const;
  int place(int period) const { return places_[static_cast<std::size_t>(period)]; }
  std::uint64_t order_of(const Observation& each) const;
  Range sorted_range(int indicator, int area) const;
  template <typename Take>
  void each_of_area(int indicator, int area, const Take& take) const;
  std::vector<Observation>& list(int indicator);
  int position(int indicator, int area, int period, int breakdown) const;  ///< -1 for none
  void sort(std::size_t indicator);
  static void reorder(std::vector<Observation>& figures, std::vector<Place>& places);

  std::vector<std::vector<Observation>> figures_;  // by indicator
  std::vector<Sorted> sorted_;                     // by indicator
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
