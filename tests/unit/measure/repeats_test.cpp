#include "measure/repeats.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;

namespace {

Findings of_rows(const std::string& code, int rows) {
  Findings findings;
  for (int row = 2; row < rows + 2; ++row)
    add_finding(findings, Level::error, Place{"raw/x.csv", row, 1}, code, {"名", "name"});
  return findings;
}

}  // namespace

TEST_CASE("what is said of a few rows stays") {
  Findings findings = of_rows("name.prefecture", 51);
  fold_repeats(findings);
  CHECK(findings.size() == 51);
  CHECK(findings.back().message.en == "name");
}

TEST_CASE("what is said of a whole column is counted after the first") {
  Findings findings = of_rows("name.prefecture", 1741);
  fold_repeats(findings);
  CHECK(findings.size() == 51);
  CHECK(findings.back().place == Place{"raw/x.csv", 52, 1});
  CHECK(findings.back().message.en.starts_with("1691 more of these"));
}

TEST_CASE("findings of single cells are not folded") {
  Findings findings = of_rows("cell.number", 1741);
  fold_repeats(findings);
  CHECK(findings.size() == 1741);
}
