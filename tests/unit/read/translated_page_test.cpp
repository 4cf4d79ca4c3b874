#include "read/translated_page.h"

#include <doctest/doctest.h>

#include "read/page_text.h"

using namespace yokoten;

namespace {

Findings findings_of(const std::string& japanese, const std::string& english) {
  Findings findings;
  const auto page = read_page(japanese, "pages/x.md", findings);
  const auto own = read_page(english, "pages/x.en.md", findings);
  REQUIRE(page);
  REQUIRE(own);
  translated_page(*page, *own, findings);
  return findings;
}

/// That one placeholder is lost, and in which row of the translation that is told.
int row_of_lost(const std::string& japanese, const std::string& english, const char* name) {
  const Findings findings = findings_of(japanese, english);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "translation.placeholder");
  CHECK(findings.front().level == Level::error);
  CHECK(findings.front().place.file == "pages/x.en.md");
  CHECK(findings.front().message.en.find(name) != std::string::npos);
  return findings.front().place.row;
}

}  // namespace

TEST_CASE("a placeholder that the text of a translated page lacks is an error") {
  CHECK(row_of_lost("---\ntitle: 題\n---\n# {{rate.value}}と{{rate.rank}}\n",
                    "---\ntitle: Title\n---\n# Only {{ rate.rank }}\n", "{{rate.value}}") == 4);
}

TEST_CASE("a placeholder that the front matter of a translated page lacks is an error at its key") {
  CHECK(row_of_lost("---\nfind: 例\ntitle: \"{{area.name}}の状況\"\n---\n# {{area.name}}\n",
                    "---\nfind: for example\ntitle: State\n---\n# {{area.name}}\n",
                    "{{area.name}}") == 3);
}

TEST_CASE("a placeholder that one block of a translated page lacks is an error at that block") {
  const std::string front = "---\ntitle: T\n---\n";
  CHECK(row_of_lost(
            front + "```lead\nvalue = \"{{value}}\"\n```\n```lead\nvalue = \"{{value}}\"\n```\n",
            front + "```lead\nvalue = \"{{value}}\"\n```\n```lead\nvalue = \"many\"\n```\n",
            "{{value}}") == 7);
}

TEST_CASE("a translated page with other blocks has all placeholders of the original somewhere") {
  const std::string front = "---\ntitle: T\n---\n";
  CHECK(findings_of(front + "```lead\nvalue = \"{{rate.value}}\"\n```\n",
                    front + "There are {{rate.value}}.\n")
            .empty());
  CHECK(row_of_lost(front + "```lead\nvalue = \"{{rate.value}}\"\n```\n", front + "There are.\n",
                    "{{rate.value}}") == 4);
}

TEST_CASE("a translated page may say a placeholder more often, in another order, and no reading") {
  const std::string front = "---\ntitle: T\n---\n";
  CHECK(findings_of(front + "{{area.reading}} {{area.municipality_word}} {{a.value}} {{b.value}}\n",
                    front + "{{b.value}} {{a.value}} {{b.value}} {{c.value}}\n")
            .empty());
}
