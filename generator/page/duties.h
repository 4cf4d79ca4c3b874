#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/duty.h"
#include "page/context.h"

namespace yokoten {

/// The page on which a block stands, by the block's name; with what it shows behind a colon
/// (`outcomes:service`) as well.
using BlockPages = std::map<std::string, DutyPlace>;

/// Every item that the clauses of the publication's programmes bind or advise to publish, with
/// where it is or what is missing; in the order of the programmes, then of `duty_words`.
std::vector<Duty> duties(const Book& book, const BlockPages& blocks,
                         const std::vector<CaseEntry>& entries);

/// Findings duty.missing (warning), duty.waived (note), waiver.met and waiver.later (warnings).
void report_duties(const Publication& publication, const std::vector<Duty>& all,
                   Findings& findings);

/// The name of an item, as pages and lists say it.
const std::string& duty_title(const Book& book, DutyItem item);

}  // namespace yokoten
