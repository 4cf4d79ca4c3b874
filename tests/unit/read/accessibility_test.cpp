#include "read/accessibility.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace yokoten;

namespace {

std::string criterion_outcome(std::string_view number, const std::string& result = "open",
                              int found = 0, const std::string& methods = "\"reflow\"") {
  return fmt::format(
      "[[criterion]]\nnumber = \"{}\"\nresult = \"{}\"\nmethods = [{}]\npages = 3\nfound = "
      "{}\nundecided = 0\n",
      number, result, methods, found);
}

std::string judged(const std::string& number, const std::string& result = "met") {
  return fmt::format(
      "[[judged]]\ncriterion = \"{}\"\nresult = \"{}\"\nreason = \"読んだ\"\ndecided_by = "
      "\"広報課\"\ndecided_on = 2026-11-21\n",
      number, result);
}

const std::string examination_head =
    "date = 2026-11-21\nprogram = \"0.1.0\"\ntools = []\npages = 9\nseed = 7\nkinds = [\"\"]\n"
    "sample = []\n";

/// An examination of all criteria, the first of which is written otherwise.
std::string examination(const std::string& first) {
  std::string text = examination_head + first;
  for (const Criterion& each : criteria().subspan(1)) text += criterion_outcome(each.number);
  return text;
}

Accessibility read_accessibility(const std::string& toml,
                                 std::string* accessibility_codes = nullptr) {
  Findings findings;
  auto accessibility = read_accessibility(toml, "accessibility.toml", findings);
  for (const Finding& each : findings) {
    if (accessibility_codes == nullptr) continue;
    *accessibility_codes += each.code;
    *accessibility_codes += ' ';
  }
  return accessibility;
}

std::string accessibility_codes(const std::string& toml) {
  std::string all;
  read_accessibility(toml, &all);
  return all;
}

}  // namespace

TEST_CASE("there are 55 criteria of WCAG 2.2, 24 of them AA, and 38 of JIS X 8341-3:2016") {
  int wcag = 0, double_a = 0, jis = 0;
  for (const Criterion& each : criteria()) {
    wcag += each.in_wcag ? 1 : 0;
    double_a += each.is_double_a ? 1 : 0;
    jis += each.in_jis ? 1 : 0;
  }
  CHECK(wcag == 55);
  CHECK(double_a == 24);
  CHECK(jis == 38);
}

TEST_CASE("a whole examination is read without findings") {
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1"))).empty());
  CHECK(read_accessibility(examination(criterion_outcome("1.1.1", "met"))).result("1.1.1") ==
        Conformity::met);
}

TEST_CASE("without a date nothing was examined, and judgements may stand alone") {
  CHECK(accessibility_codes(judged("1.1.1")).empty());
  CHECK_FALSE(read_accessibility(judged("1.1.1")).is_examined());
  CHECK(read_accessibility({}).result("1.1.1") == Conformity::open);
}

TEST_CASE("a result that does not fit what was found is named") {
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1", "met", 2))) ==
        "accessibility.contradiction ");
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1", "not_met", 0))) ==
        "accessibility.contradiction ");
}

TEST_CASE("a criterion that does not exist, stands twice or is left out is named") {
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1") + criterion_outcome("1.1.9"))) ==
        "accessibility.criterion ");
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1") + criterion_outcome("1.1.1"))) ==
        "accessibility.twice ");
  CHECK(accessibility_codes(examination({})) == "accessibility.missing ");
  CHECK(accessibility_codes(judged("9.9.9")) == "accessibility.criterion ");
  CHECK(accessibility_codes(judged("1.1.1") + judged("1.1.1")) == "accessibility.twice ");
}

TEST_CASE("a method that nobody knows is named, rules of axe are not") {
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1", "open", 0, "\"axe:image-alt\"")))
            .empty());
  CHECK(accessibility_codes(examination(criterion_outcome("1.1.1", "open", 0, "\"flow\""))) ==
        "accessibility.method ");
}

TEST_CASE("people judge what is open, and cannot judge away what was found") {
  const std::string open = examination(criterion_outcome("1.1.1"));
  CHECK(read_accessibility(open + judged("1.1.1")).result("1.1.1") == Conformity::met);
  CHECK(read_accessibility(open + judged("1.1.1", "not_met")).result("1.1.1") ==
        Conformity::not_met);
  const std::string broken =
      examination(criterion_outcome("1.1.1", "not_met", 1)) + judged("1.1.1");
  CHECK(accessibility_codes(broken) == "accessibility.overruled ");
  CHECK(read_accessibility(broken).result("1.1.1") == Conformity::not_met);
}

TEST_CASE("a judgement says why, who and when") {
  CHECK(accessibility_codes("[[judged]]\ncriterion = \"1.1.1\"\nresult = \"met\"\n") ==
        "toml.missing toml.missing toml.missing ");
}
