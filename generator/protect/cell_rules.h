#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"
#include "protect/cells.h"

namespace yokoten {

/// Whether the rule holds for the measure.
bool covers(const DisclosureRule& rule, const std::string& measure);

/// Turns the rules of the sources into what outsiders may know of a cell.
class CellRules {
 public:
  CellRules(const Publication& publication, const Areas& areas, const Measured& measured);

  /// Of these sources the strictest rule that holds for the measure; nullptr for none.
  const DisclosureRule* strictest(const std::vector<int>& sources,
                                  const std::string& measure) const;
  /// Sets what the rule asks for a count of `cell.value` tenths, hundredths … as `scale` says. What
  /// no rule covers is known from elsewhere.
  void set(Cell& cell, const DisclosureRule* rule, int area, int scale) const;
  /// Hidden, so that nobody may tell it within a tenth.
  static void hide_within_a_tenth(Cell& cell, int scale);
  /// Below which a count of the area is small: of a municipality whose people nobody has counted,
  /// what the strictest step says.
  PopulationStep step_of(const DisclosureRule& rule, int area) const;

 private:
  /// The newest count of an area, all parts together.
  struct People {
    int source = -1, period = 0;
    Decimal number;
  };

  std::optional<Decimal> people_of(const std::string& measure, int area) const;
  void count_people(int measure, std::map<int, People>& people) const;
  void count_people(const Fact& fact, People& people) const;

  const Publication& publication_;
  const Areas& areas_;
  const Measured& measured_;
  mutable std::map<std::string, std::map<int, People>> people_;  // measure, area
};

/// A number in whole steps of 10^-scale.
std::int64_t scaled(Decimal number, int scale);
std::int64_t scaled(std::int64_t whole, int scale);

}  // namespace yokoten
