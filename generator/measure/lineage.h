#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// A cell that a figure was made from.
struct LineageCell {
  Place place;
  std::string heading;
  std::string text;  ///< as the table has it, corrections applied
  int rows = 0;      ///< of the file, the first at `place`, that were added up to it; 0: none were
};

/// An area that a share of areas counts.
struct CountedArea {
  FoundObservation figure;         ///< its own; of one that is proven that of its prefecture
  std::optional<Remainder> rest;   ///< what of that figure is left for it; empty for its own
  std::vector<LineageCell> cells;  ///< of the figure
};

/// What an area adds to a sum.
struct AddedArea {
  int area = -1;
  Decimal value;
};

/// Where one side of a figure comes from.
struct LineageSide {
  enum class Kind {
    none,     ///< the indicator has no such side, or nothing is known of it
    cells,    ///< added up from `cells`, or the one cell itself
    areas,    ///< added up from the figures of the areas right below
    absent,   ///< 0, since the complete source has no row for the area
    reports,  ///< counted from single reports of offices, whose rows are not told
    met,      ///< how many areas meet the condition of a share of areas
  };
  Kind kind = Kind::none;
  std::optional<Decimal> value;
  int source = -1;  ///< position in the publication, -1 for several or none
  std::vector<LineageCell> cells;
  int areas = 0;                     ///< how many areas lie below, or are counted
  std::vector<AddedArea> added;      ///< of `areas` those below that have a figure
  std::vector<int> unions;           ///< of `areas`: those added to them, whose cells stand here
  std::vector<CountedArea> counted;  ///< of `met` those that meet the condition, as far as shown
};

struct Lineage {
  LineageSide numerator, denominator;  ///< of a count or a printed value only the first
  std::vector<int> sources;  ///< all that had a part in it, in order of first use; of a missing
                             ///< figure those that could have told
};

/// Everything that an observation was made from.
Lineage lineage_of(const Publication& publication, const Areas& areas, const Measured& measured,
                   const Observation& seen);

}  // namespace yokoten
