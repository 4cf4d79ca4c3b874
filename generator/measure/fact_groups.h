#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "model/measured.h"

namespace yokoten {

/// The facts of a measure that one source has for one part of the whole.
struct FactGroup {
  int measure = 0, source = 0, breakdown = 0;
  std::size_t begin = 0, end = 0;  ///< in FactGroups::order
};

/// Facts by what formulas ask of them, so that each formula sees its own alone.
class FactGroups {
 public:
  explicit FactGroups(const std::vector<Fact>& facts);
  FactGroups(std::vector<FactGroup> groups, std::vector<std::uint32_t> order)
      : groups_(std::move(groups)), order_(std::move(order)) {}

  /// In the order in which their first facts stand.
  const std::vector<FactGroup>& all() const { return groups_; }
  /// Positions in Measured::facts, ascending.
  std::span<const std::uint32_t> facts(const FactGroup& group) const {
    return std::span(order_).subspan(group.begin, group.end - group.begin);
  }

 private:
  std::vector<FactGroup> groups_;
  std::vector<std::uint32_t> order_;
};

/// The same for formulas that are asked about one period alone.
class FactPeriods {
 public:
  FactPeriods(const std::vector<Fact>& facts, int periods);

  /// All groups, each with its facts of that period only.
  FactGroups of(int period) const;

 private:
  FactGroups groups_;                               // in each group by period
  std::vector<std::vector<std::uint32_t>> begins_;  // group, period: how many facts come before
};

}  // namespace yokoten
