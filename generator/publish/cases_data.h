#pragma once

#include <string>

#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// `data/cases.csv`: every case of good practice, a row each (publish/cases.md), with a byte order
/// mark, since officers open it in Excel. Empty where the publication has none.
std::string cases_csv(const Publication& publication, const Areas& areas, const Measured& measured);

/// `data/cases.json`: the same with lists and figures taken apart, and once more as rows.
std::string cases_json(const Publication& publication, const Areas& areas,
                       const Measured& measured);

}  // namespace yokoten
