#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/packed_decimal.h"
#include "measure/fact_groups.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What one side of a formula (numerator or denominator) comes to for one area.
struct Side {
  Origin origin;
  std::int32_t breakdown = 0;  ///< of the first fact in it
  std::int16_t source = -1;
  std::uint8_t flags = 0;
  Missing missing = Missing::none;
  PackedDecimal value = Decimal{};
  bool there = false;     ///< false: no row speaks of the area
  bool in_union = false;  ///< a row of its union does: it has no figure, and lacks in no sum

  bool has_figure() const { return there && missing == Missing::none; }
};

/// Sides by area id, for each (breakdown, period) that the sources have.
using SideKey = std::pair<int, int>;
using Sides = std::map<SideKey, std::vector<Side>>;

/// One side of a formula, where it is read, and which parts of the whole are kept beside the total.
struct SideRequest {
  Term term;
  std::vector<int> sources;
  std::optional<Selection> by;     ///< one part a code
  std::vector<std::string> fixed;  ///< keys that the formula selects on: never kept apart
  bool totals_only = false;        ///< the denominator of a `by`: the whole stays the whole
  bool adds_up = true;             ///< false: only what a source prints of an area, no sums
};

/// Which parts of the whole facts count for, by source and breakdown: none where the term does not
/// select them, 0 for the whole.
using Slices = std::map<std::pair<int, int>, std::vector<int>>;

/// Finds the slices of the request and gives parts their ids in the cube, in the order in which
/// facts name them first.
Slices find_slices(const SideRequest& request, const FactGroups& groups,
                   const Publication& publication, Measured& measured);

/// Gathers the facts of a term, fills what complete sources leave out with 0, and adds up to
/// prefectures and the nation where every area below has a figure; printed totals stand in where
/// every area below has a row. Two figures for the same area
/// and period are an error (observation.twice), a sum beyond 18 digits too (sum.too_large).
Sides make_sides(const SideRequest& request, const Slices& slices, const FactGroups& groups,
                 const Publication& publication, const Areas& areas, const Measured& measured,
                 Findings& findings);

/// The cell of a figure; row 0 where it stands in no single cell.
Place place_of(const Publication& publication, const Origin& origin);

}  // namespace yokoten
