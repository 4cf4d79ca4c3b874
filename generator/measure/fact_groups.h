#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "base/packed_numbers.h"
#include "model/measured.h"

namespace yokoten {

/// The facts of a measure that one source has for one part of the whole.
struct FactGroup {
  int measure = 0, source = 0, breakdown = 0;
  PackedNumbers facts;  ///< positions in Measured::facts, ascending
};

/// Facts by what formulas ask of them, so that each formula sees its own alone.
class FactGroups {
 public:
  explicit FactGroups(const Facts& facts);
  explicit FactGroups(std::vector<FactGroup> groups) : groups_(std::move(groups)) {}

  /// In the order in which their first facts stand.
  const std::vector<FactGroup>& all() const { return groups_; }

 private:
  std::vector<FactGroup> groups_;
};

/// The same for formulas that are asked about one period alone.
class FactPeriods {
 public:
  FactPeriods(const Facts& facts, int periods);

  /// All groups, each with its facts of that period only.
  FactGroups of(int period) const;

 private:
  std::vector<FactGroup> groups_;                   // by period, in each of them ascending
  std::vector<std::vector<std::uint32_t>> begins_;  // group, period: how many facts come before
};

}  // namespace yokoten
