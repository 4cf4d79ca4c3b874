#include "read/words.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("words are called by their table and key") {
  MemoryDisk disk;
  disk.tree["ja.toml"] = "[state]\nnot_published = \"公表なし\"\n[page]\ntitle = \"題\"\n";
  Findings findings;
  const auto words = read_words(disk, "ja.toml", findings);
  CHECK(findings.empty());
  CHECK(words.size() == 2);
  CHECK(words.at("state.not_published") == "公表なし");
}

TEST_CASE("a word that is no text is an error at its place") {
  MemoryDisk disk;
  disk.tree["ja.toml"] = "[state]\nnot_published = 1\n";
  Findings findings;
  read_words(disk, "ja.toml", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place == Place{"ja.toml", 2, 17});
}

TEST_CASE("a word outside of a table is an error") {
  MemoryDisk disk;
  disk.tree["ja.toml"] = "title = \"題\"\n";
  Findings findings;
  read_words(disk, "ja.toml", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "toml.type");
}

TEST_CASE("a file of words that is not there is an error") {
  MemoryDisk disk;
  Findings findings;
  read_words(disk, "ja.toml", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "words.missing");
}
