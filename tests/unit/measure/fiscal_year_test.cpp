#include "measure/fiscal_year.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a fiscal year is read however an office writes it") {
  for (const char* cell :
       {"2024", "2024年度", "令和6年度", "令和6", "R6", "Ｒ６", "R6年度", "令和６年度", " 2024 "})
    CHECK_MESSAGE(fiscal_year_of(cell) == 2024, cell);
}

TEST_CASE("a date lies in the fiscal year that began in the April before it") {
  CHECK(fiscal_year_of("2025-03-31") == 2024);
  CHECK(fiscal_year_of("2025-04-01") == 2025);
}

TEST_CASE("what is no year is none") {
  for (const char* cell : {"", "不明", "6", "補助金"})
    CHECK_MESSAGE(fiscal_year_of(cell) == 0, cell);
}
