#pragma once

#include <vector>

#include "model/area.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// Where a `complete` source says 0 by having no row: everywhere in the country; in a prefecture's
/// publication there alone, and in other prefectures that its table has rows of.
class FilledAreas {
 public:
  FilledAreas(const Publication& publication, const Areas& areas, const Measured& measured,
              int source);

  /// Whether 0 is filled in for the area and for all below it.
  bool holds(int area) const;

 private:
  const Areas& areas_;
  bool all_ = false;
  std::vector<bool> prefectures_;  // by area
};

}  // namespace yokoten
