#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "model/toml_reader.h"

using namespace yokoten;

namespace {

/// Parses a text, lets `read` take its keys, and says what was found.
template <typename Read>
std::string found_in_toml(std::string_view toml, Read read) {
  Findings findings;
  const auto root = parse_toml(toml, "a.toml", findings);
  if (root) {
    TomlReader reader(*root, findings);
    read(reader);
  }
  std::string lines;
  for (const Finding& finding : findings) lines += to_line(finding, Language::en) + '\n';
  return lines;
}

}  // namespace

TEST_CASE("a key that nobody asked for is reported with the nearest one") {
  CHECK(found_in_toml("title = 'a'\ntilte = 'b'\n", [](TomlReader& reader) {
          reader.text("unit");
          reader.text("title");
        }) == "a.toml:2:1: error toml.unknown there is no key tilte here; did you mean title?\n");
}

TEST_CASE("a key far from all known ones is reported without a guess") {
  CHECK(found_in_toml("colour = 1\n", [](TomlReader& reader) { reader.text("unit"); }) ==
        "a.toml:1:1: error toml.unknown there is no key colour here\n");
}

TEST_CASE("a value of another type is reported at the value") {
  CHECK(found_in_toml("decimals = '1'\n",
                      [](TomlReader& reader) { reader.integer("decimals", 0, 6); }) ==
        "a.toml:1:12: error toml.type the value decimals must be an integer, but is a string\n");
}

TEST_CASE("a required key that is missing is reported at its table") {
  CHECK(found_in_toml("[a]\nx = 1\n[[b]]\n", [](TomlReader& reader) {
          reader.take("a");
          for (const TomlNode& node : reader.items("b", TomlNode::Kind::list))
            TomlReader(node, reader.findings()).required_text("id");
        }) == "a.toml:3:1: error toml.missing the key id is missing\n");
}

TEST_CASE("a required text of blanks is missing") {
  CHECK(found_in_toml("id = ' '\n", [](TomlReader& reader) { reader.required_text("id"); }) ==
        "a.toml:1:6: error toml.missing id is empty\n");
}

TEST_CASE("an integer outside its range is reported") {
  CHECK(found_in_toml("decimals = 7\n", [](TomlReader& reader) {
          reader.integer("decimals", 0, 6);
        }) == "a.toml:1:12: error toml.range decimals must lie between 0 and 6\n");
}

TEST_CASE("a word that may not stand there is reported with those that may") {
  CHECK(found_in_toml("better = 'more'\n", [](TomlReader& reader) {
          CHECK_FALSE(reader.choice("better", {"higher", "lower"}));
        }) == "a.toml:1:10: error toml.choice better is one of higher, lower\n");
}

TEST_CASE("an item of a list that is no text is reported at its place") {
  CHECK(found_in_toml("levels = ['nation', 3]\n", [](TomlReader& reader) {
          reader.texts("levels");
        }) == "a.toml:1:21: error toml.type the value must be a string, but is an integer\n");
}

TEST_CASE("dates and months are moments and years are none") {
  CHECK(found_in_toml("a = 2024-09-13\nb = '2024-12'\nc = '2024-09-13'\n", [](TomlReader& reader) {
          CHECK(reader.moment("a") == "2024-09-13");
          CHECK(reader.moment("b") == "2024-12");
          CHECK(reader.moment("c") == "2024-09-13");
        }) == "");
  CHECK(found_in_toml("a = 2024\n", [](TomlReader& reader) { reader.moment("a"); }) ==
        "a.toml:1:5: error toml.type the value a must be a date or a month (2024-09-13, "
        "\"2024-12\"), "
        "but is an integer\n");
}

TEST_CASE("numbers are kept as they are written") {
  CHECK(found_in_toml("a = 30\nb = 30.5\nc = 0.1\n", [](TomlReader& reader) {
          CHECK(to_text(*reader.number("a")) == "30");
          CHECK(to_text(*reader.number("b")) == "30.5");
          CHECK(to_text(*reader.number("c")) == "0.1");
        }) == "");
}

TEST_CASE("a number without end is no number") {
  CHECK(found_in_toml("a = inf\n", [](TomlReader& reader) { CHECK_FALSE(reader.number("a")); }) ==
        "a.toml:1:5: error toml.range a must be a number of at most 18 digits\n");
}

TEST_CASE("keys of a table keep the order of the file") {
  CHECK(found_in_toml("[t]\n\"第二期\" = 'b'\n\"第一期\" = 'a'\n", [](TomlReader& reader) {
          const auto pairs = reader.pairs("t");
          REQUIRE(pairs.size() == 2);
          CHECK(pairs[0].first == "第二期");
          CHECK(pairs[1].second == "a");
        }) == "");
}

TEST_CASE("a heading of a table in Japanese without quotes is an error and no abort") {
  Findings findings;
  CHECK_FALSE(parse_toml("a = 1\n[[日本語]]\nb = 2\n", "a.toml", findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "toml.syntax");
  CHECK(findings[0].place == Place{"a.toml", 2, 3});
}

TEST_CASE("a key that stands twice is an error at the second") {
  Findings findings;
  CHECK_FALSE(parse_toml("a = 1\nb = 1\na = 2\n", "a.toml", findings));
  CHECK(findings[0].place.row == 3);
}

TEST_CASE("bytes that are no UTF-8 are an error at their line") {
  Findings findings;
  CHECK_FALSE(parse_toml("a = 1\nb = '\x82\xa0'\n", "a.toml", findings));
  CHECK(findings[0].place.row == 2);
}

TEST_CASE("broken files of all kinds end in a finding") {
  for (const char* toml : {"[[", "[[]]", "[a", "a =", "a = \"", "a = [1,", "a = {b = 1", "= 1",
                           "\"", "a = 1e999999", "a = 99999999999999999999", "a.b.c", "[a]\n[a]"}) {
    Findings findings;
    CHECK_MESSAGE(!parse_toml(toml, "a.toml", findings), toml);
    CHECK(findings.size() == 1);
  }
}

TEST_CASE("brackets nested without end are an error and no overflow") {
  Findings findings;
  CHECK_FALSE(parse_toml("a = " + std::string(100000, '['), "a.toml", findings));
  CHECK(findings.size() == 1);
}

TEST_CASE("a file above 4 MiB is refused") {
  Findings findings;
  CHECK_FALSE(parse_toml(std::string((4U << 20U) + 1, '\n'), "a.toml", findings));
  CHECK(findings[0].code == "toml.limit");
}

TEST_CASE("kana and symbols outside of quotes are errors whatever the character table says") {
  for (const char* toml : {"あ = 1", "ア = 1", "、 = 1", "° = 1", "a = あ", "a = 1あ", "a = 1'あ'",
                           "[あ]", "[a]あ", "a = 1 あ", "a.あ = 1", "[a]\n  あ", "\u2E80 = 1"}) {
    Findings findings;
    CHECK_MESSAGE(!parse_toml(toml, "a.toml", findings), toml);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "toml.syntax");
  }
}

TEST_CASE("what is wrong with TOML is said in the words of those who write it") {
  for (const auto& [toml, said] : {
           std::pair{"a = 1\ntitle ＝ \"x\"\n",
                     "2:7 全角の「＝」があります。半角の = で書いてください"},
           {"a = “x”", "1:5 全角の「“」があります。半角の \" で書いてください"},
           {"a\u3000= 1", "1:2 全角の空白があります。半角の空白にしてください"},
           {"a = 1\na = 2", "2:1 項目 a が2度書かれています。1つにしてください"},
           {"b = 1\na = \"x", "2:5 この引用符が同じ行で閉じていません"},
           {"a = 'x\nb = 1\n", "1:5 この引用符が同じ行で閉じていません"},
           {"題 = 1", "1:1 日本語のキーは引用符で囲みます"},
           {"[題]", "1:2 日本語のキーは引用符で囲みます"},
           {"a = '\x82\xa0'",
            "1:6 UTF-8で書かれていません（Shift_JISなど）。UTF-8で保存してください"},
       }) {
    Findings findings;
    CHECK_FALSE(parse_toml(toml, "a.toml", findings));
    REQUIRE(findings.size() == 1);
    const auto& [file, row, column] = findings[0].place;
    CHECK(std::to_string(row) + ':' + std::to_string(column) + ' ' + findings[0].message.ja ==
          said);
  }
}

TEST_CASE("a day that there is not, and a table that stands twice, are said so") {
  for (const auto& [toml, said] :
       {std::pair{"a = 2025-02-30", "そのような日付はありません"},
        {"a = 2025-13-01", "そのような日付はありません"},
        {"[a]\n[a]\n", "項目 a が2度書かれています。1つにしてください"}}) {
    Findings findings;
    CHECK_FALSE(parse_toml(toml, "a.toml", findings));
    CHECK(findings[0].message.ja == said);
  }
}

TEST_CASE("signs of full width inside of texts and remarks are fine") {
  Findings findings;
  CHECK(parse_toml("a = \"＝“”\u3000\" # ＝\nb = '''\n＝ \"'''\n", "a.toml", findings));
}

TEST_CASE("what nobody has words for is said by the parser") {
  Findings findings;
  CHECK_FALSE(parse_toml("a = 099\n", "a.toml", findings));
  CHECK(findings[0].message.ja.find("leading zeroes are prohibited") != std::string::npos);
  CHECK(findings[0].message.ja.find("日本語のキー") == std::string::npos);
}

TEST_CASE("a date or month of another form is told how it is written") {
  for (const char* date : {"2025/09/30", "2025-09", "2025.9.30", "2025-9-30"}) {
    CAPTURE(date);
    const std::string said =
        found_in_toml(std::string("as_of = ") + date + "\n", [](TomlReader&) {});
    CHECK(said.find("write a date as 2025-04-01") != std::string::npos);
    CHECK(said.find("parsing") == std::string::npos);
  }
}

TEST_CASE("where one word may stand, it is named alone") {
  CHECK(found_in_toml("language = 'en'\n", [](TomlReader& reader) {
          reader.choice("language", {"ja"});
        }).find("language can only be ja") != std::string::npos);
}
