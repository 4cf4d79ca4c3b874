#pragma once

#include <string>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// `data/observations.csv`: every observation, one row each (publish/observations.md).
std::string observations_csv(const Publication& publication, const Areas& areas,
                             const Measured& measured);

/// The rows of one area: `areas/31/index.csv`.
std::string area_csv(const Publication& publication, const Areas& areas, const Measured& measured,
                     int area);

}  // namespace yokoten
