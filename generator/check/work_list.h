#pragma once

#include <string>
#include <vector>

#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// One thing that an officer has to settle with an office.
struct WorkItem {
  std::string office, name, municipality, service;  ///< as the report, or else the list, has them
  std::string programme, subsidy_number;            ///< title of the programme
  int year = 0;                                     ///< fiscal year of the report, 0 if unknown
  std::string heading, printed;                     ///< the cell that is meant
  Finding finding;
};

/// How many of the reports that are owed for a year have come.
struct ReportProgress {
  std::string name;  ///< of the programme, or of the municipality
  int year = 0, reported = 0, owed = 0;
};

/// A report that an office owes, by name.
struct NamedDuty {
  std::string office, name, municipality, programme;
  int year = 0, which = 0;  ///< which: 1 for the first of its reports …
  DutyState state = DutyState::owed;
};

/// What the findings about effect reports and lists of offices come to, office by office.
struct WorkList {
  std::vector<WorkItem> items;      ///< by office, then place
  std::vector<WorkItem> set_aside;  ///< test entries, and reports that a later one replaced
  std::vector<ReportProgress> programmes, municipalities;  ///< in the publication's order, by code
  std::vector<NamedDuty> duties;
};

/// Takes those of `findings` that are about a row of an effect report or of a list of offices.
WorkList work_list(const Publication& publication, const Areas& areas, const Measured& measured,
                   const Findings& findings);

}  // namespace yokoten
