#include "check/accessibility.h"

#include "unit/check/checking.h"

using namespace yokoten;

namespace {

struct Examined : Checking {
  int warnings(const std::string& date, const std::string& as_of) {
    publication.as_of = as_of;
    publication.accessibility.date = date;
    run();
    return said("accessibility.old");
  }
};

}  // namespace

TEST_CASE_FIXTURE(Examined, "an examination of more than a year before the figures is a warning") {
  CHECK(warnings("2024-09-30", "2025-10-01") == 1);
}

TEST_CASE_FIXTURE(Examined, "one of the year before, of later or none is no warning") {
  CHECK(warnings("2024-09-30", "2025-09-30") == 0);
  CHECK(warnings("2026-11-21", "2024-12-31") == 0);
  CHECK(warnings("", "2024-12-31") == 0);
}
