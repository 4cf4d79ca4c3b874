#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "model/area.h"
#include "model/effect_report.h"

namespace yokoten {

/// Mean and quartiles of one side; the latter are empty below `fewest_for_spread` offices.
struct Spread {
  std::optional<Decimal> mean, first_quartile, median, third_quartile;
};

/// Quartiles, intervals and how many offices improved would tell too much of fewer offices: of
/// three, a bootstrap interval is the least and the largest value.
inline constexpr std::size_t fewest_for_spread = 10;

/// What the offices of one group report of one outcome: matched pairs only. Rounded half up to 6
/// places; quartiles by linear interpolation between neighbours.
struct OutcomeSummary {
  std::int32_t indicator = 0, area = Areas::none, period = 0, breakdown = 0;  ///< as Observation
  Outcome outcome = Outcome::hours;
  int left_out = 0;  ///< reports of the group without a pair of values to be believed
  Spread before, after, change;
  std::optional<Decimal> low, high;  ///< 95 % interval of the mean change (paired bootstrap)
  std::optional<int> improved;       ///< offices that did better after than before
  std::vector<int> offices;          ///< who stands behind it, ascending; never goes out
  bool hidden = false;

  int pairs() const { return static_cast<int>(offices.size()); }
};

/// `outcome = { of = "overtime", by = ["service"], sizes = [10, 30] }` of an indicator.
struct OutcomeFormula {
  Outcome outcome = Outcome::hours;
  std::vector<std::string> by;  ///< of service, programme, size, group
  std::vector<int> sizes;       ///< least staff of each class but the first, ascending
};

/// `share_of_units = { of = "overtime", group = "②", than = "①" }`: how many offices of a group do
/// better (after) than the mean of another one, or than a number.
struct UnitsFormula {
  Outcome outcome = Outcome::hours;
  std::string group, than_group;
  std::optional<Decimal> than;
};

}  // namespace yokoten
