#include "fold/fold.h"

#include <doctest/doctest.h>

#include "fold/entry.h"
#include "fold/node_text.h"
#include "fold/unfold.h"

using namespace yokoten;

namespace {

std::optional<FoldedPage> no_page(const std::string&) { return std::nullopt; }

/// A book of `files`, and the files that it spells again.
UnfoldedBook unfolded_again(const std::map<std::string, std::string>& files) {
  Findings findings;
  CellBook book = fold({"national", files, {}, no_page}, findings);
  CHECK(findings.empty());
  book.file = "a.xlsx";
  MemoryDisk disk;
  return unfold(book, {disk, ""});
}

const std::string settings = R"(title = "題名"
publisher = "県"
base_url = "https://example.jp/"
licence = "PDL1.0"
as_of = 2025-09-30
headline = ["a", "b"]
navigation = [{ title = "トップ", path = "" }]
)";

/// Files whose sources.toml is `text`.
std::map<std::string, std::string> with_sources(const std::string& text) {
  return {{"publication.toml", settings}, {"sources.toml", text}};
}

EntryCell entry(Entry kind, const BookCell& cell, Findings& findings,
                std::vector<BookWord> words = {}) {
  static BookColumn column;
  column = {"key", "見出し", kind, 10, "", false, std::move(words)};
  return understood(cell, column, {"a.xlsx#b", 3, 2}, findings);
}

BookCell text_cell(const std::string& text) { return {3, 2, BookCellKind::text, text}; }

}  // namespace

TEST_CASE("what the forms have no column for comes back from the detailed settings") {
  const auto files = with_sources(R"([[source]]
id = "a"
title = "表"
url = "file:raw/a.csv"
publisher = "県"
document = "表"
sha256 = "00"
area = "都道府県"
skip = [5, "40-45"]
lists = { at_least = 20, rate = "率" }

[source.columns]
offices = "事業所"

[[source.printed]]
column = "率"
decimals = 1

[[source.unpivot]]
into = "period"
columns = { "2024年" = "2024" }

[source.check]
"list.bound" = { level = "warning", reason = "原資料" }
)");
  const UnfoldedBook back = unfolded_again(files);
  for (const auto& [path, text] : files)
    CHECK(says_the_same(path, text, back.files.at(path).text(), no_page));
}

TEST_CASE("a file that sheets would change is carried line by line") {
  auto files = with_sources("[[source]]\nid = \"a\"\n");
  files["programmes.toml"] = "[[programme]]\nid = \"a\"\nwhat = 1979-05-27T07:32:00Z\n";
  files["notes.txt"] = "= 1 + 1\n\n  indented\n";
  const UnfoldedBook back = unfolded_again(files);
  CHECK(back.files.at("programmes.toml").text() == files["programmes.toml"]);
  CHECK(back.files.at("notes.txt").text() == files["notes.txt"]);
}

TEST_CASE("a starting file that the folder does without is left out") {
  Findings findings;
  const CellBook book = fold({"national",
                              {{"publication.toml", settings}, {"sources.toml", "\n"}},
                              {{"pages/a.md", "x"}},
                              no_page},
                             findings);
  MemoryDisk disk;
  CHECK(unfold(book, {disk, ""}).dropped == std::set<std::string>{"pages/a.md"});
}

TEST_CASE("a publication that is no TOML can't become a workbook") {
  Findings findings;
  fold({"national", {{"publication.toml", "title = "}, {"sources.toml", ""}}, {}, no_page},
       findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "book.unreadable");
}

TEST_CASE("a finding in a file is turned back to its cell, with its name and heading") {
  const UnfoldedBook back = unfolded_again(with_sources("\n"));
  const std::string& text = back.files.at("publication.toml").text();
  const std::string before = text.substr(0, text.find("base_url"));
  const int row = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const Finding there =
      in_the_book({{"a.xlsx/a/publication.toml", row, 12}, Level::error, "x.y", {"悪い", "bad"}},
                  back, "a.xlsx/a", "a.xlsx");
  CHECK(there.place == Place{"a.xlsx#設定", 8, 2});
  CHECK(there.message.en == "B8「公開するアドレス」: bad");
}

TEST_CASE("a finding about a starting file is told with its name") {
  const UnfoldedBook back = unfolded_again(with_sources("\n"));
  const Finding there =
      in_the_book({{"a.xlsx/a/pages/a.md", 4, 1}, Level::warning, "x.y", {"悪い", "bad"}}, back,
                  "a.xlsx/a", "a.xlsx");
  CHECK(there.place == Place{"a.xlsx", 0, 0});
  CHECK(there.message.en.find("pages/a.md line 4") != std::string::npos);
}

TEST_CASE("pieces of a line know their cells, and what follows belongs to the last one") {
  SpelledFile file;
  file.put("地域 = ", {{"f", 1, 1}, "一", 0}).put("\"x\"", {{"f", 1, 2}, "二", 0}).put(" }\n");
  CHECK(file.at(1, 1)->heading == "一");
  CHECK(file.at(1, 6)->heading == "二");
  CHECK(file.at(1, 9)->heading == "二");
  CHECK(file.at(0, 0)->heading == "一");
}

TEST_CASE("rows of headings are understood as people write them") {
  Findings findings;
  const auto rows = [&](const BookCell& cell) { return entry(Entry::rows, cell, findings).text; };
  CHECK(rows(text_cell("４")) == "4");
  CHECK(rows({3, 2, BookCellKind::number, "4"}) == "4");
  for (const char* text : {"4、5", "4,5", "４，５", "4-5", "4～5", "4〜5", "4\n5", "4, 5"})
    CHECK_MESSAGE(rows(text_cell(text)) == "4、5", text);
  CHECK(findings.empty());
}

TEST_CASE("what is no row of headings is said in its cell") {
  for (const char* text : {"4行目", "5-4", "4-", "1-9999999", "4.0", "、", "-4"}) {
    CAPTURE(text);
    Findings findings;
    CHECK(entry(Entry::rows, text_cell(text), findings).wrong);
    CHECK(findings.size() == 1);
  }
  Findings findings;
  CHECK(entry(Entry::rows, {3, 2, BookCellKind::date, "2026-04-05"}, findings).wrong);
}

TEST_CASE("headings in several rows come back from their cell") {
  const auto files = with_sources("[[source]]\nid = \"a\"\nheader = [4, 5]\n");
  CHECK(unfolded_again(files).files.at("sources.toml").text().find("header = [4, 5]\n") !=
        std::string::npos);
}

TEST_CASE("dates are understood as offices write them") {
  Findings findings;
  for (const char* text : {"2025-09-30", "2025/9/30", "令和7年9月30日", "R7.9.30"})
    CHECK(entry(Entry::day, text_cell(text), findings).text == "2025-09-30");
  CHECK(entry(Entry::moment, text_cell("2025年9月"), findings).text == "2025-09");
  CHECK(entry(Entry::period, text_cell("時期"), findings).text == "時期");
  CHECK(findings.empty());
}

TEST_CASE("what is wrong is kept as it stands and reported once") {
  Findings findings;
  const EntryCell cell = entry(Entry::number, text_cell("約10"), findings);
  CHECK(cell.wrong);
  CHECK(cell.text == "約10");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place == Place{"a.xlsx#b", 3, 2});
}

TEST_CASE("times lose the seconds that a spreadsheet gives them") {
  Findings findings;
  CHECK(entry(Entry::time, {3, 2, BookCellKind::time, "13:30:00"}, findings).text == "13:30");
  CHECK(entry(Entry::time, text_cell("9:05"), findings).text == "09:05");
  CHECK(findings.empty());
}

TEST_CASE("a word is understood by its label and by its code, and the nearest is named") {
  Findings findings;
  const std::vector<BookWord> words = {{"効果報告", "effect-reports"}, {"名簿", "records"}};
  CHECK(entry(Entry::word, text_cell("効果報告"), findings, words).text == "effect-reports");
  CHECK(entry(Entry::word, text_cell("records"), findings, words).text == "records");
  CHECK(findings.empty());
  CHECK(entry(Entry::word, text_cell("効果の報告"), findings, words).wrong);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.en.find("did you mean 効果報告?") != std::string::npos);
}

TEST_CASE("values compare whatever the order of keys, and a quoted date is a date") {
  Findings findings;
  const auto a = parse_toml("x = 1\nd = 2025-09-30\n", "a", findings);
  const auto b = parse_toml("d = \"2025-09-30\"\nx = 1\n", "b", findings);
  const auto c = parse_toml("d = \"2025-09-30\"\nx = 2\n", "c", findings);
  CHECK(same_values(*a, *b));
  CHECK_FALSE(same_values(*a, *c));
}
