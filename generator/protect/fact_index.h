#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "model/area.h"
#include "model/measured.h"

namespace yokoten {

/// A cell of a source's table as it counts for an area: its own, or summed up from areas below.
struct Element {
  std::tuple<int, int, int> place;  ///< source, column, breakdown
  Decimal value;
  bool missing = false;
  int source() const { return std::get<0>(place); }
  int breakdown() const { return std::get<2>(place); }
};

/// Nothing where one is missing or the digits don't suffice.
std::optional<Decimal> total_of(const std::vector<Element>& elements);

/// Finds what the sources say of a measure, an area and a period, by place.
class FactIndex {
 public:
  FactIndex(const Areas& areas, const Measured& measured);

  /// The area's own; printed totals only where there is nothing else.
  std::vector<Element> own(int measure, int source, int area, int period) const;
  /// Summed up from the areas below, of each the nearest that has figures of its own; a printed
  /// total where these don't add up.
  const std::vector<Element>& below(int measure, const std::vector<int>& sources, int area,
                                    int period) const;

 private:
  using Wanted = std::tuple<int, std::vector<int>, int, int>;

  std::vector<Element> stated(int measure, int source, int area, int period, bool total) const;
  std::vector<Element> stated_by_any(int measure, const std::vector<int>& sources, int area,
                                     int period, bool total) const;
  std::vector<Element> of_child(int measure, const std::vector<int>& sources, int area,
                                int period) const;

  const Areas& areas_;
  const Measured& measured_;
  std::unordered_map<std::uint64_t, std::vector<int>> facts_;  // measure, area, period
  std::vector<std::vector<int>> children_;                     // with unions
  mutable std::map<Wanted, std::vector<Element>> below_;
};

}  // namespace yokoten
