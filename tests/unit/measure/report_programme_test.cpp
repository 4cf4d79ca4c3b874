#include "measure/report_programme.h"

#include "unit/measure/reporting.h"

using namespace yokoten;

TEST_CASE_FIXTURE(Reporting, "a programme of a known name and another year is wrong in the year") {
  const NamedProgramme named = named_programme(publication, "ICT導入", "令和5年度");
  CHECK(named.programme == -1);
  CHECK(named.is_year_wrong);
  CHECK(named.expected == "2024年度");
}

TEST_CASE_FIXTURE(Reporting, "a programme of no known name is wrong in the name") {
  const NamedProgramme named = named_programme(publication, "ICT導人", "令和5年度");
  CHECK(named.programme == -1);
  CHECK_FALSE(named.is_year_wrong);
  CHECK(named.expected == "ICT導入");
}

TEST_CASE_FIXTURE(Reporting, "a programme of a known name and its year is found") {
  CHECK(named_programme(publication, "ICT導入", "令和6年度").programme == 0);
}
