#include "read/translation.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

Findings findings_of_translation(const std::string& text) {
  MemoryDisk disk;
  disk.tree["pub/translations/en.toml"] = text;
  Findings findings;
  read_translation(disk, "pub", "en", findings);
  return findings;
}

}  // namespace

TEST_CASE("a translation that is empty is none, for whatever it stands") {
  for (const char* text :
       {"\"事業所\" = \"\"\n", "\"事業所\" = \" \"\n", "[\"sources.toml\"]\n\"事業所\" = \"\"\n",
        "[singular]\noffices = \"\"\n"}) {
    CAPTURE(text);
    const Findings findings = findings_of_translation(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == "translation.missing");
    CHECK(findings.front().place.row > 0);
  }
}

TEST_CASE("a translation of one letter is one") {
  CHECK(findings_of_translation("\"円\" = \"¥\"\n").empty());
}

TEST_CASE("a text that lost a placeholder in translation is an error at its line") {
  const Findings findings = findings_of_translation(
      "\"円\" = \"yen\"\n\"{{area.name}}は{{ value }}\" = \"It is {{value}}\"\n");
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "translation.placeholder");
  CHECK(findings.front().place.row == 2);
  CHECK(findings.front().message.en.find("{{area.name}}") != std::string::npos);
}

TEST_CASE("placeholders of a translation may stand in another order and more often") {
  CHECK(findings_of_translation(
            "\"{{a.value}}と{{b.value}}\" = \"{{b.value}}, {{a.value}} and {{b.value}}\"\n")
            .empty());
}

TEST_CASE("Japanese that is left in a translation is an error at its line") {
  for (const char* text :
       {"\"円\" = \"yen\"\n\"窓口\" = \"desks (窓口)\"\n",
        "[\"raw/desks.csv\"]\n\"窓口\" = \"desks　\"\n", "[singular]\ndesks = \"窓口\"\n"}) {
    CAPTURE(text);
    const Findings findings = findings_of_translation(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == "translation.left");
    CHECK(findings.front().place.row == 2);
  }
}
