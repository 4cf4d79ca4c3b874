#include "page/markdown.h"
#include "page/whole_sentences.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

Body compiled(std::string_view markdown, Findings& findings) {
  return compiled_body(markdown, "pages/x.md", 10, nullptr, findings);
}

std::string literal(const Text& text) {
  return whole_sentences(
      text, [](const Placeholder& placeholder) { return '<' + placeholder.field + '>'; },
      [](const Placeholder&) { return false; }, Unended::kept);
}

std::string lead_of(std::string_view markdown) {
  Findings findings;
  const Body body = compiled(markdown, findings);
  return body.opening.empty() ? "" : literal(body.opening.front().html);
}

}  // namespace

TEST_CASE("a heading of the first level is the page's heading") {
  Findings findings;
  CHECK(literal(compiled("# 鳥取県\n", findings).heading) == "鳥取県");
}

TEST_CASE("a line break between Japanese letters is no space") {
  CHECK(lead_of("利用を\n申請\n") == "<p>利用を申請</p>\n");
}

TEST_CASE("a line break between Latin words stays a space") {
  CHECK(lead_of("care\nplan\n") == "<p>care plan</p>\n");
}

TEST_CASE("every heading of the second level starts a section of its own") {
  Findings findings;
  const Body body = compiled("## 一\n\ntext\n\n## 二\n", findings);
  REQUIRE(body.flow.size() == 2);
  CHECK(literal(body.flow[0].heading) == "一");
  CHECK(body.flow[1].id == "s2");
}

TEST_CASE("a section takes the anchor that stands in braces behind its heading") {
  Findings findings;
  const Body body = compiled("## 目標 {#targets}\n", findings);
  CHECK(body.flow[0].id == "targets");
  CHECK(literal(body.flow[0].heading) == "目標");
}

TEST_CASE("the paragraph right after a section's heading introduces it") {
  Findings findings;
  const Body body = compiled("## 一\n\nはじめに\n\nつぎに\n", findings);
  CHECK(literal(body.flow[0].intro) == "はじめに");
  CHECK(literal(body.flow[0].flows[0][0].html) == "<p>つぎに</p>\n");
}

TEST_CASE("a fence with a name is a block whose place is its first line of options") {
  Findings findings;
  const Body body = compiled("## 一\n\n```cards\nindicators = []\n```\n", findings);
  const Piece& block = body.flow[0].flows[0][0];
  CHECK(block.block.name == "cards");
  CHECK(block.block.place == Place{"pages/x.md", 13, 1});
}

TEST_CASE("columns are split at a line of three stars") {
  Findings findings;
  const Body body = compiled("## 一\n\n````half\nleft\n\n***\n\nright\n````\n", findings);
  const Piece& columns = body.flow[0].flows[0][0];
  REQUIRE(columns.flows.size() == 2);
  CHECK(literal(columns.flows[1][0].html) == "<p>right</p>\n");
}

TEST_CASE("columns that hold sections stand beside sections and not inside one") {
  Findings findings;
  const Body body = compiled("## 一\n\ntext\n\n````side\n## 二\n***\n## 三\n````\n", findings);
  REQUIRE(body.flow.size() == 2);
  CHECK(body.flow[1].kind == Piece::Kind::columns);
}

TEST_CASE("HTML in Markdown is refused at its line") {
  Findings findings;
  compiled("text\n\n<script>alert(1)</script>\n", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.html");
  CHECK(findings[0].place.row == 12);
}

TEST_CASE("stars that did not become bold are refused") {
  Findings findings;
  compiled("割合は**「24.7％」**で\n", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.bold");
}

TEST_CASE("a link to a script is refused") {
  Findings findings;
  compiled("[x](javascript:alert(1))\n", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.link");
}

TEST_CASE("a link below the site is made relative and remembered") {
  Findings findings;
  const Body body = compiled("[地域](/areas/#kana)\n", findings);
  CHECK(literal(body.opening[0].html) == "<p><a href=\"<areas/#kana>areas/#kana\">地域</a></p>\n");
  REQUIRE(body.links.size() == 1);
  CHECK(body.links[0].path == "areas/#kana");
}

TEST_CASE("a row with over two hundred cells is refused before it is parsed") {
  Findings findings;
  compiled(std::string(500, '|') + "\n", findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.wide");
}

TEST_CASE(
    "a short table whose rows would be filled up to millions of cells is refused at its line") {
  Findings findings;
  std::string table = "|" + std::string(190, '|') + "\n|";
  for (int column = 0; column < 190; ++column) table += "-|";
  table += '\n';
  for (int row = 0; row < 5'000; ++row) table += "> a\n";
  compiled(table, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.cells");
  CHECK(findings[0].place.row > 2'000);
}

TEST_CASE("tables of a page, each below a blank line, are added up by themselves") {
  Findings findings;
  std::string tables;
  for (int table = 0; table < 2'000; ++table) tables += "|a|b|\n|-|-|\n|1|2|\n\ntext\n\n";
  compiled(tables, findings);
  CHECK(findings.empty());
}

TEST_CASE("a reference that would become gigabytes is refused") {
  Findings findings;
  std::string text = "[r]: https://example.jp/" + std::string(400'000, 'x') + "\n\n";
  for (int use = 0; use < 100'000; ++use) text += "[r] ";
  compiled(text, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.references");
}

TEST_CASE("references as people write them are followed") {
  Findings findings;
  const Body body = compiled("[資料][r]と[r]\n\n[r]: https://example.jp/\n", findings);
  CHECK(findings.empty());
  CHECK(literal(body.opening[0].html).find("https://example.jp/") != std::string::npos);
}

TEST_CASE("a sentence of a block is as heavy as a page may be, and no more") {
  Findings findings;
  compiled_line(std::string(500, '>'), {"a.md", 7, 3}, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "page.wide");
  CHECK(findings[0].place.row == 7);
}

TEST_CASE("text is escaped") { CHECK(lead_of("a &lt; b\n") == "<p>a &lt; b</p>\n"); }

namespace {

// Codes and rows of what is said of the Markdown.
std::string faults_of(std::string_view markdown) {
  Findings findings;
  compiled(markdown, findings);
  std::string faults;
  for (const Finding& each : findings)
    faults += (faults.empty() ? "" : ", ") + each.code + ' ' + std::to_string(each.place.row);
  return faults;
}

}  // namespace

TEST_CASE("a second explorer on a page is an error at its place") {
  const std::string one = "```explorer\n```\n";
  CHECK(faults_of(one + "\n" + one) == "explorer.twice 14");
  CHECK(faults_of(one).empty());
}

TEST_CASE("an anchor that the page has already is an error at its heading") {
  CHECK(faults_of("## 一 {#a}\n\n## 二 {#a}\n") == "page.anchor 12");
  CHECK(faults_of("## 一 {#main}\n") == "page.anchor 10");
  CHECK(faults_of("## 一 {#s2}\n\n## 二\n") == "page.anchor 12");
  CHECK(faults_of("## 一 {#a}\n\n````half\n## 二 {#a}\n````\n") == "page.anchor 13");
  CHECK(faults_of("## 一 {#a}\n\n## 二 {#b}\n").empty());
}

TEST_CASE("a second title, and what only looks like a heading, are warnings where they stand") {
  CHECK(faults_of("# 一\n\n# 二\n") == "page.heading 12");
  CHECK(faults_of("＃ 見出し\n") == "page.heading 10");
  CHECK(faults_of("text\n\n##見出し\n") == "page.heading 12");
  CHECK(faults_of("# 一\n\n## 二\n\n### 三\n\n#1 の表\n").empty());
}

TEST_CASE("braces of full width are an error, for they would be shown") {
  CHECK(faults_of("率は｛｛rate.value｝｝です\n") == "placeholder.open 10");
}
