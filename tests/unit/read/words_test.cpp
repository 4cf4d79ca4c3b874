#include "read/words.h"

#include "model/words.h"

#include <doctest/doctest.h>

#include "unit/project_folder.h"

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

TEST_CASE("values go in by order, by number, and choose a form by their number") {
  CHECK(filled_word("{}の{}", {"米子市", "率"}) == "米子市の率");
  CHECK(filled_word("{2} of {1}", {"Yonago", "rate"}) == "rate of Yonago");
  CHECK(filled_word("{1} {1|office|offices}", {"1"}) == "1 office");
  CHECK(filled_word("{1} {1|office|offices}", {"1,001"}) == "1,001 offices");
  CHECK(filled_word("{}, {}", {"{}", "b"}) == "{}, b");
}

TEST_CASE("braces that take no value, and both ways in one text, are errors at their place") {
  for (const char* text : {"{x}", "{} {1}", "{|a|b}", "{1|a}", "{0}"}) {
    MemoryDisk disk;
    disk.tree["en.toml"] = std::string("[page]\nof = \"") + text + "\"\n";
    Findings findings;
    read_words(disk, "en.toml", findings);
    CAPTURE(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "words.values");
    CHECK(findings[0].place == Place{"en.toml", 2, 6});
  }
}

TEST_CASE("another language has the keys of the Japanese words and no more of their values") {
  const Words own = {{"page.of", "{}の{}"}, {"page.end", "終"}};
  MemoryDisk disk;
  disk.tree["en.toml"] = "[page]\nof = \"{3} of {1}\"\nod = \"x\"\n";
  Findings findings;
  const Words words = read_other_words(disk, "en.toml", own, findings);
  report_missing_words(own, words, "en.toml", findings);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].code == "words.values");
  CHECK(findings[1].code == "words.unknown");
  CHECK(findings[1].place.row == 3);
  CHECK(findings[2].code == "words.missing");
  CHECK(findings[2].message.en == "page.end is missing (Japanese: 終)");
}

TEST_CASE("the program's English words answer its Japanese ones") {
  const std::string folder = std::string(project_folder) + "/templates/words/";
  RealDisk disk;
  Findings findings;
  const Words own = read_words(disk, folder + "ja.toml", findings);
  const Words words = read_other_words(disk, folder + "en.toml", own, findings);
  report_missing_words(own, words, "en.toml", findings);
  for (const Finding& finding : findings) MESSAGE(finding.message.en);
  CHECK(findings.empty());
}
