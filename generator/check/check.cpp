#include "check/check.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/threads.h"
#include "check/absences.h"
#include "check/accessibility.h"
#include "check/ages.h"
#include "check/boundaries.h"
#include "check/cell_texts.h"
#include "check/cell_units.h"
#include "check/effect_reports.h"
#include "check/events.h"
#include "check/given_files.h"
#include "check/good_practices.h"
#include "check/headed_periods.h"
#include "check/levels.h"
#include "check/listed_cases.h"
#include "check/lists.h"
#include "check/names_beside.h"
#include "check/offices.h"
#include "check/part_totals.h"
#include "check/part_widths.h"
#include "check/peers.h"
#include "check/percent_fractions.h"
#include "check/printed_ranks.h"
#include "check/projects.h"
#include "check/rates.h"
#include "check/readability.h"
#include "check/readings.h"
#include "check/series.h"
#include "check/subtotals.h"
#include "check/targets.h"
#include "check/totals.h"
#include "check/unread_periods.h"
#include "check/wholes.h"

namespace yokoten {
namespace {

using Check = void (*)(const Subject&);

// What they find is told in this order. Those that look at every cell stand last: they take
// longest, and are begun first.
constexpr std::array kChecks = {
    check_total_rows,        check_total_columns,  check_part_totals,
    check_subtotals,         check_wholes,         check_printed_rates,
    check_bounds_of_figures, check_printed_ranks,  check_lists,
    check_remainders,        check_future,         check_stale,
    check_targets,           check_absences,       check_names_beside,
    check_boundaries,        check_cell_units,     check_percent_fractions,
    check_periods,           check_unread_periods, check_headed_periods,
    check_formula_texts,     check_percent,        check_offices,
    check_effect_reports,    check_projects,       check_events,
    check_good_practices,    check_listed_cases,   check_accessibility,
    check_part_widths,       check_given_files,    note_names,
    note_corrections,        note_readability};

/// Lets the checks look side by side.
template <std::size_t size>
void check_all(const std::array<Check, size>& checks, const Subject& subject) {
  std::array<Findings, size> found;
  share_out(size, [&](std::size_t turn) {
    const std::size_t at = size - 1 - turn;
    checks[at]({subject.publication, subject.areas, subject.measured, found[at], subject.findings});
  });
  for (Findings& each : found)
    std::move(each.begin(), each.end(), std::back_inserter(subject.findings));
}

}  // namespace

void check(const Publication& publication, const Areas& areas, const Measured& measured,
           Findings& findings) {
  const Subject subject{publication, areas, measured, findings, findings};
  check_all(kChecks, subject);
  // The second does not tell again what others have told.
  check_jumps(subject);
  check_peers(subject);
  apply_levels(publication, measured, findings);
}

}  // namespace yokoten
