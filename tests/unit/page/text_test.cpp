#include "page/text.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string as_it_is(std::string_view text) { return std::string(text); }

Placeholder only(std::string_view text) {
  Findings findings;
  const Text made = compiled_text(text, {"x.md", 1, 1}, as_it_is, findings);
  REQUIRE(made.parts.size() == 1);
  return made.parts[0].placeholder;
}

}  // namespace

TEST_CASE("a placeholder with one point has a subject and a field") {
  const Placeholder made = only("{{area.name}}");
  CHECK(made.subject == "area");
  CHECK(made.field == "name");
}

TEST_CASE("a placeholder with two points names an area between them") {
  const Placeholder made = only("{{careplan-link-rate.312029.value}}");
  CHECK(made.subject == "careplan-link-rate");
  CHECK(made.area == "312029");
  CHECK(made.field == "value");
}

TEST_CASE("a part stands behind a colon") {
  const Placeholder made = only("{{start:第一期.value}}");
  CHECK(made.subject == "start");
  CHECK(made.part == "第一期");
}

TEST_CASE("a field alone has no subject") { CHECK(only("{{ value }}").subject.empty()); }

TEST_CASE("braces that are never closed are reported") {
  Findings findings;
  compiled_text("a {{b", {"x.md", 3, 1}, as_it_is, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "placeholder.open");
}
