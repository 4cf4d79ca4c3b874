#pragma once

#include <string>
#include <vector>

#include "model/data_set.h"
#include "model/release_changes.h"

namespace yokoten {

/// `data/catalog.jsonld`: what the publication offers, in the words of DCAT 3 as JSON-LD, so that
/// catalogues of open data take it over. A data set for all figures and one for each indicator;
/// those of an area are parts of the first and stand in none of their own.
std::string data_catalogue_json(const Publication& publication, const Areas& areas,
                                const Measured& measured, const std::vector<DataSet>& sets,
                                const ReleaseHistory& history);

}  // namespace yokoten
