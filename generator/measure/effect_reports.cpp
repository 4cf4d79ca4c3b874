#include "measure/effect_reports.h"

#include "measure/report_duties.h"
#include "measure/report_matches.h"
#include "measure/report_rows.h"
#include "measure/report_services.h"
#include "measure/report_values.h"
#include "measure/shifted_digits.h"
#include "model/home_area.h"

namespace yokoten {

void read_effect_reports(const Publication& publication, const Areas& areas, Measured& measured) {
  const std::string_view prefecture = areas.prefecture_number(home_area(publication, areas));
  for (std::size_t at = 0; at < publication.sources.size(); ++at) {
    const Source& source = publication.sources[at];
    if (source.office_list)
      read_office_list(publication, static_cast<int>(at), prefecture, measured);
    if (source.report)
      read_report_rows(publication, static_cast<int>(at), areas, prefecture, measured);
  }
  if (measured.effects.empty()) return;
  match_reports(publication, areas, measured);
  leave_out_undue(publication, measured);
  number_offices(measured);
  settle_repeated(publication, measured);
  read_report_services(publication, measured);
  find_owed(publication, measured);
  read_report_values(publication, measured);
  leave_out_shifted(publication, measured);
}

}  // namespace yokoten
