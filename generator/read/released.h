#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// The figures of an observations.csv that an earlier release has published. Appends table.* and
/// released.column where it is none.
std::vector<ReleasedFigure> read_released(std::string_view bytes, const std::string& file,
                                          Findings& findings);

/// What the file is as a release. It goes out again where it lies in releases/, is called by a date
/// and has the columns of open data and no others.
Release release_of(const std::string& file, std::string_view bytes);

}  // namespace yokoten
