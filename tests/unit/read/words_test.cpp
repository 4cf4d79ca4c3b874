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

namespace {

// Findings about a publication's own words beside `label.rank`, as CODE ROW.
std::vector<std::string> own_word_faults(const std::string& own, const std::string& partial = "") {
  MemoryDisk disk;
  disk.tree["p/templates/words/ja.toml"] = own;
  if (!partial.empty()) disk.tree["p/templates/partials/own.html"] = partial;
  Words words = {{"label.rank", "第{}位"}};
  Findings findings;
  read_own_words(disk, "p/templates", words, findings);
  std::vector<std::string> faults;
  for (const Finding& each : findings)
    faults.push_back(each.code + ' ' + std::to_string(each.place.row));
  return faults;
}

}  // namespace

TEST_CASE("a publication's own Japanese words take the place of the program's") {
  MemoryDisk disk;
  disk.tree["p/templates/words/ja.toml"] = "[label]\nrank = \"{}位\"\n";
  Words words = {{"label.rank", "第{}位"}, {"label.end", "終"}};
  Findings findings;
  read_own_words(disk, "p/templates", words, findings);
  CHECK(findings.empty());
  CHECK(words == Words{{"label.rank", "{}位"}, {"label.end", "終"}});
}

TEST_CASE("a publication's own Japanese words have the program's keys and no more values") {
  using Faults = std::vector<std::string>;
  CHECK(own_word_faults("[labl]\nrank = \"{}位\"\n") == Faults{"words.unknown 2"});
  CHECK(own_word_faults("[label]\nrank = \"第{}位 {}\"\n") == Faults{"words.values 2"});
}

TEST_CASE("a publication's own templates may ask for words that are new") {
  CHECK(own_word_faults("[own]\nmark = \"印\"\n", "<p>{{words.own.mark}}</p>").empty());
}
