#include "read/nearly_kept_rows.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

Findings told_of(const std::vector<std::string>& wanted, std::initializer_list<const char*> cells) {
  Table table("raw/a.csv", {"市町村", "区分"});
  int line = 1;
  for (const char* cell : cells) table.add_row({"鳥取市", cell}, ++line);
  table.settle();
  Source source;
  source.only = {{"区分", wanted}};
  Findings findings;
  report_nearly_kept_rows(source, table, findings);
  return findings;
}

}  // namespace

TEST_CASE("a text that only nearly fits what is asked for is told once, at its first cell") {
  const Findings told = told_of({"要介護1"}, {"要介護1", "要介護１", "要介護2", "要介護１"});
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "source.only");
  CHECK(told[0].level == Level::warning);
  CHECK(told[0].place == Place{"raw/a.csv", 3, 2});
}

TEST_CASE("both spellings may be asked for, and other texts are left out without a word") {
  CHECK(told_of({"要介護1", "要介護１"}, {"要介護1", "要介護１"}).empty());
  CHECK(told_of({"全体"}, {"全体", "再掲", ""}).empty());
}
