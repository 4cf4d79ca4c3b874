#include "check/targets.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct TargetsOfBetter : Checking {
  int told(Better better, Target::Kind kind) {
    Indicator& made = count("cases", "cases");
    made.better = better;
    made.targets = {{2026, kind, Decimal{15, 0}, "15", {"indicators/cases.toml", 7, 9}}};
    run();
    return said("target.direction");
  }
};

}  // namespace

TEST_CASE_FIXTURE(TargetsOfBetter,
                  "at least so much of what should fall is a warning at the target") {
  CHECK(told(Better::lower, Target::Kind::at_least) == 1);
  CHECK(finding("target.direction").level == Level::warning);
  CHECK(finding("target.direction").place == Place{"indicators/cases.toml", 7, 9});
}

TEST_CASE_FIXTURE(TargetsOfBetter, "at most so much of what should rise is a warning") {
  CHECK(told(Better::higher, Target::Kind::at_most) == 1);
}

TEST_CASE_FIXTURE(TargetsOfBetter, "a target in the better direction is none") {
  CHECK(told(Better::lower, Target::Kind::at_most) == 0);
}

TEST_CASE_FIXTURE(TargetsOfBetter, "a bound of what has no better direction is none") {
  CHECK(told(Better::none, Target::Kind::at_most) == 0);
}
