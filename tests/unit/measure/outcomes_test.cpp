#include "unit/measure/reporting.h"

using namespace yokoten;

TEST_CASE_FIXTURE(Reporting, "an office that reports under two programmes is one office") {
  auto rows = three();
  rows.push_back(rows[0]);
  rows[3].programme = "ロボット導入";
  rows[3].before = "13";
  reports(rows);
  CHECK(summary().pairs() == 3);
  CHECK(text(summary().before.mean) == "9.666667");
  CHECK(at("310000", "", "2025FY").denominator->mantissa == 3);
}

TEST_CASE_FIXTURE(Reporting, "a share of offices counts an office under two programmes once") {
  Indicator& share = indicator("share", IndicatorKind::share_of_units);
  share.units = UnitsFormula{.outcome = Outcome::overtime, .group = "①", .than = Decimal{8, 0}};
  auto rows = three();
  rows.push_back(rows[0]);
  rows[3].programme = "ロボット導入";
  rows[0].after = rows[3].after = "7";
  reports(rows);
  const Observation& seen = at("310000", "", "2025FY", 1);
  CHECK(seen.numerator->mantissa == 1);
  CHECK(seen.denominator->mantissa == 3);
}
