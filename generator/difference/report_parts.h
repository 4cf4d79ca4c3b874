#pragma once

#include "difference/report.h"

namespace yokoten {

/// Rows of a table and lines of a list that a report shows of one thing; all stand in the JSON.
inline constexpr std::size_t most_rows = 10, most_lines = 40;

ReportText as_it_stands(std::string text);

/// The parts of a report, each with its own heading.
std::vector<ReportPart> definition_parts(const std::vector<DefinitionChange>& changes,
                                         Language language);
std::vector<ReportPart> figure_parts(const Difference& difference, const Snapshot& before,
                                     const Snapshot& after, Language language);
std::vector<ReportPart> rank_parts(const Difference& difference, const Snapshot& before,
                                   const Snapshot& after, Language language);
std::vector<ReportPart> page_parts(const PageChanges& pages, Language language);
std::vector<ReportPart> finding_parts(const FindingChanges& findings, Language language);

}  // namespace yokoten
