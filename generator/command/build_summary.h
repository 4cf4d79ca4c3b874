#pragma once

#include <optional>
#include <string>

#include "base/room_times.h"
#include "pipeline.h"

namespace yokoten {

/// What is told of a build at its end.
struct BuildSummary {
  std::string publication, into;
  std::optional<BuildReport> report;  ///< empty where no site was made
  std::size_t errors = 0, warnings = 0, notes = 0;
  double seconds = 0;  ///< by the clock, from the first file that was read
  int threads = 1;
  bool unchanged = false;  ///< nothing was done: all is as it was at the last build
};

/// Counts the findings by their levels.
void count_findings(const Findings& findings, BuildSummary& summary);

/// In three lines: what was made, what changed and was found, where the time went.
std::string summary_text(const BuildSummary& summary, const RoomTimes& times, Language language);

/// `{"summary": {…}}` without a line end.
std::string summary_json(const BuildSummary& summary, const RoomTimes& times);

}  // namespace yokoten
