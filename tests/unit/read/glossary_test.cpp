#include "read/glossary.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string term(const std::string& id, const std::string& name, const std::string& reading,
                 const std::string& more = {}) {
  return "[[term]]\nid = \"" + id + "\"\nname = \"" + name + "\"\nreading = \"" + reading +
         "\"\ntext = \"説明\"\n" + more + "\n";
}

std::string glossary_codes(const std::string& toml) {
  Findings findings;
  read_glossary(toml, "glossary.toml", findings);
  std::string all;
  for (const Finding& each : findings) all += std::string(each.code) + ' ';
  return all;
}

}  // namespace

TEST_CASE("terms come in the order of their readings") {
  Findings findings;
  const auto terms = read_glossary(term("b", "年度", "ねんど") + term("a", "時点", "じてん"),
                                   "glossary.toml", findings);
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].name == "時点");
  CHECK(findings.empty());
}

TEST_CASE("a reading in katakana, an address with blanks and a missing text are named") {
  CHECK(glossary_codes(term("a", "時点", "ジテン")) == "glossary.reading ");
  CHECK(glossary_codes(term("a b", "時点", "じてん")) == "glossary.id ");
  CHECK(glossary_codes("[[term]]\nid = \"a\"\nname = \"時点\"\nreading = \"じてん\"\n") ==
        "toml.missing ");
}

TEST_CASE("two terms of one name, spelling or id are named") {
  CHECK(glossary_codes(term("a", "時点", "じてん") + term("b", "時点", "じてん")) ==
        "glossary.twice ");
  CHECK(glossary_codes(term("a", "時点", "じてん") +
                       term("b", "年度", "ねんど", "also = [\"時点\"]")) == "glossary.twice ");
  CHECK(glossary_codes(term("a", "時点", "じてん") + term("a", "年度", "ねんど")) ==
        "glossary.twice ");
}
