#pragma once

#include <map>
#include <string>

#include "model/finding.h"
#include "model/publication.h"
#include "translate/texts.h"

namespace yokoten {

/// What units are called behind exactly 1: as the publication says it. What areas are called is the
/// program's to say (`words`), unless the publication does.
std::map<std::string, std::string> singulars(const std::map<std::string, std::string>& words,
                                             const Translation& translation);

/// `translation.singular`: units of `made`, the translation of `publication`, that end in s and
/// have no singular: they would be told as 「1 desks」.
void report_missing_singulars(const Publication& publication, const Publication& made, Texts& texts,
                              Findings& findings);

}  // namespace yokoten
