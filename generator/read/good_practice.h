#pragma once

#include <optional>

#include "base/disk.h"
#include "model/case_words.h"
#include "model/finding.h"
#include "model/good_practice.h"
#include "model/publication.h"

namespace yokoten {

/// The case of a page of cases/ (cases.md), by its front matter. Empty without a mapping `case`,
/// which is a warning; every finding is `case.WORD`.
std::optional<GoodPractice> read_good_practice(const PageText& page, const CaseWords& words,
                                               Findings& findings);

/// Looks into the files of its photos below the publication and notes their sizes.
void find_photos(Disk& disk, const std::string& folder, GoodPractice& practice, Findings& findings);

}  // namespace yokoten
