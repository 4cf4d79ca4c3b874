#include "check/check.h"

#include "check/absences.h"
#include "check/accessibility.h"
#include "check/ages.h"
#include "check/boundaries.h"
#include "check/cell_texts.h"
#include "check/effect_reports.h"
#include "check/events.h"
#include "check/good_practices.h"
#include "check/levels.h"
#include "check/listed_cases.h"
#include "check/lists.h"
#include "check/names_beside.h"
#include "check/offices.h"
#include "check/peers.h"
#include "check/printed_ranks.h"
#include "check/projects.h"
#include "check/rates.h"
#include "check/readability.h"
#include "check/readings.h"
#include "check/series.h"
#include "check/totals.h"
#include "check/wholes.h"

namespace yokoten {

void check(const Publication& publication, const Areas& areas, const Measured& measured,
           Findings& findings) {
  const Subject subject{publication, areas, measured, findings};
  check_total_rows(subject);
  check_total_columns(subject);
  check_wholes(subject);
  check_printed_rates(subject);
  check_bounds_of_figures(subject);
  check_printed_ranks(subject);
  check_lists(subject);
  check_remainders(subject);
  check_future(subject);
  check_stale(subject);
  check_absences(subject);
  check_names_beside(subject);
  check_boundaries(subject);
  check_jumps(subject);
  check_peers(subject);
  check_periods(subject);
  check_formula_texts(subject);
  check_percent(subject);
  check_offices(subject);
  check_effect_reports(subject);
  check_projects(subject);
  check_events(subject);
  check_good_practices(subject);
  check_listed_cases(subject);
  check_accessibility(subject);
  note_names(subject);
  note_corrections(subject);
  note_readability(subject);
  apply_levels(publication, measured, findings);
}

}  // namespace yokoten
