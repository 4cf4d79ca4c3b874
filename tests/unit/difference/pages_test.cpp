#include <doctest/doctest.h>

#include "difference/line_changes.h"
#include "difference/page_changes.h"
#include "difference/page_lines.h"
#include "difference/redirects.h"
#include "difference/word_changes.h"

using namespace yokoten;

namespace {

using Lines = std::vector<std::string>;

/// A side of pages alone, whose hash is their text.
Snapshot with_pages(const std::map<std::string, std::string>& pages) {
  Snapshot made;
  made.pages = pages;
  made.page = [pages](const std::string& path) { return std::optional(pages.at(path)); };
  return made;
}

std::string marked(const std::vector<WordPiece>& pieces) {
  std::string text;
  for (const WordPiece& each : pieces)
    text += each.kind == WordPiece::Kind::gone   ? "[-" + each.text + "-]"
            : each.kind == WordPiece::Kind::come ? "{+" + each.text + "+}"
                                                 : each.text;
  return text;
}

}  // namespace

TEST_CASE("a page is its lines, as they are read") {
  CHECK(page_lines("<title>題</title><script>no</script><p>a<b>b</b>\n c</p><ul><li>d</li></ul>") ==
        Lines{"題", "ab c", "d"});
}

TEST_CASE("a row of a table is one line") {
  CHECK(page_lines("<table><tr><th>県</th><td><p>1</p></td></tr><tr><td>x</td></tr></table>") ==
        Lines{"県 | 1", "x"});
}

TEST_CASE("what stands for letters is read as them, and drawn charts are not read") {
  CHECK(page_lines("<p>&lt;b&gt; &amp; &#39;&#x2028;</p><svg><text>9</text></svg>") ==
        Lines{"<b> & '\u2028"});
}

TEST_CASE("pictures speak by their words") {
  CHECK(page_lines("<img src=\"a.jpg\" alt=\"写真 &amp; 図\">") == Lines{"写真 & 図"});
}

TEST_CASE("words are marked, not lines") {
  CHECK(marked(word_changes("申請は4月30日まで", "申請は5月31日まで")) ==
        "申請は[-4-]{+5+}月[-30-]{+31+}日まで");
  CHECK(marked(word_changes("", "新しい")) == "{+新しい+}");
}

TEST_CASE("what stays far from a change is left out") {
  const std::string far(200, 'x');
  const auto pieces = shortened(word_changes(far + " 前 " + far, far + " 後 " + far));
  CHECK(marked(pieces).size() < 150);
  CHECK(marked(pieces).starts_with("…"));
}

TEST_CASE("lines that are put in make no change of the others") {
  const auto changes = line_changes({"a", "b", "c"}, {"a", "new", "b", "c"});
  CHECK(changes.changes == std::vector<LineChange>{{"", "new"}});
}

TEST_CASE("a figure that is another one is a change of numbers") {
  const auto changes = line_changes({"利用は1,234件です"}, {"利用は1,240件です"});
  CHECK(changes.changes.empty());
  CHECK(changes.numbers.size() == 1);
}

TEST_CASE("another date or telephone number is a change of text") {
  CHECK(line_changes({"締切は4月30日"}, {"締切は5月31日"}).changes.size() == 1);
  CHECK(line_changes({"電話 0857-26-0001"}, {"電話 0857-26-0002"}).changes.size() == 1);
}

TEST_CASE("lines in another order have moved") {
  const auto changes = line_changes({"県 | 1", "市 | 2", "町 | 3"}, {"町 | 3", "県 | 1", "市 | 2"});
  CHECK(changes.changes.empty());
  CHECK(changes.moved == 1);
}

TEST_CASE("more lines than the shortest way is looked for are compared without an order") {
  Lines before, after;
  for (int at = 0; at < 2'000; ++at) {
    before.push_back("前の行 " + std::string(static_cast<std::size_t>(at % 7), 'a') +
                     static_cast<char>('a' + at % 26) + std::string(at % 2 == 0 ? "x" : "y"));
    after.push_back("あとの " + std::string(static_cast<std::size_t>(at % 7), 'b') +
                    static_cast<char>('a' + at % 26) + std::string(at % 2 == 0 ? "x" : "y"));
  }
  after.push_back(before.front());
  const auto changes = line_changes(before, after);
  std::size_t gone = 0, come = 0;
  for (const LineChange& each : changes.changes) {
    gone += each.before.empty() ? 0 : 1;
    come += each.after.empty() ? 0 : 1;
  }
  CHECK(gone == 1'999);
  CHECK(come == 2'000);
}

TEST_CASE("a change that pages share is told once, with all of them") {
  const auto before =
      with_pages({{"a/index.html", "<p>旧い</p>"}, {"b/index.html", "<p>旧い</p>"}});
  const auto after =
      with_pages({{"a/index.html", "<p>新しい</p>"}, {"b/index.html", "<p>新しい</p>"}});
  const auto pages = page_changes(before, after, {});
  std::size_t told = 0;
  for (const TextChange& each : pages.texts) told += each.pages == Lines{"a/", "b/"} ? 1 : 0;
  CHECK(told == pages.texts.size());
  CHECK(told > 0);
}

TEST_CASE("a page with the same content under another address has moved") {
  const auto before = with_pages({{"a/index.html", "<h1>題</h1><p>文</p>"}});
  const auto after = with_pages({{"b/index.html", "<h1>題</h1><p>文</p>"}});
  const auto pages = page_changes(before, after, {});
  REQUIRE(pages.moved.size() == 1);
  CHECK(pages.moved[0].from == "a/");
  CHECK(pages.moved[0].to == "b/");
  CHECK(pages.added.empty());
  CHECK(pages.removed.empty());
}

TEST_CASE("a heading that two new pages have tells of no move") {
  const auto before = with_pages({{"a/index.html", "<h1>題</h1><p>文</p>"}});
  const auto after = with_pages(
      {{"b/index.html", "<h1>題</h1><p>一</p>"}, {"c/index.html", "<h1>題</h1><p>二</p>"}});
  const auto pages = page_changes(before, after, {});
  CHECK(pages.moved.empty());
  CHECK(pages.removed == Lines{"a/"});
}

TEST_CASE("the page of an area that became another one leads to that one's") {
  const auto before = with_pages({{"areas/04/044237/index.html", "<h1>富谷町</h1>"}});
  const auto after = with_pages({{"areas/04/042161/index.html", "<h1>富谷市</h1>"}});
  const std::vector<AreaChange> areas = {
      {"2016-10-10", "市制施行", "044237", "宮城県富谷町", "042161", "宮城県富谷市", "", ""}};
  const auto pages = page_changes(before, after, areas);
  REQUIRE(pages.moved.size() == 1);
  CHECK(pages.moved[0].why == MovedPage::Why::boundary);
  const std::string base = "https://example.jp/kpi/";
  CHECK(redirects(pages, RedirectForm::static_host, {base, base}, after) ==
        "# Pages that have moved, by yokoten diff\n"
        "/kpi/areas/04/044237/ /kpi/areas/04/042161/ 301\n"
        "/kpi/areas/04/044237/index.html /kpi/areas/04/042161/ 301\n");
}

TEST_CASE("a file name says which server redirects are for") {
  CHECK(redirect_form("a/moved.conf") == RedirectForm::nginx);
  CHECK(redirect_form(".htaccess") == RedirectForm::apache);
  CHECK(redirect_form("out/_redirects") == RedirectForm::static_host);
  CHECK_FALSE(redirect_form("moved.txt"));
}

TEST_CASE("an address of the site that means something to a server is written so that it doesn't") {
  PageChanges pages;
  pages.moved.push_back({"a/", "b/", MovedPage::Why::content});
  const std::string base = "https://example.jp/x; } y {/";
  const auto text = redirects(pages, RedirectForm::nginx, {base, base}, {});
  CHECK(text.value_or("").find("/x%3B%20%7D%20y%20%7B/a/") != std::string::npos);
}

TEST_CASE("lines of earlier releases stay, and lead to where their page stands now") {
  PageChanges pages;
  pages.moved.push_back({"b/", "c/", MovedPage::Why::content});
  const std::string head = "# Pages that have moved, by yokoten diff\n";
  CHECK(redirects(pages, RedirectForm::static_host, {"", ""}, {}, head + "/a/ /b/ 301\n# mine\n") ==
        head + "/a/ /c/ 301\n# mine\n/b/ /c/ 301\n/b/index.html /c/ 301\n");
}

TEST_CASE("an earlier line whose address has a page again goes") {
  const auto after = with_pages({{"a/index.html", "<p>a</p>"}});
  const std::string head = "# Pages that have moved, by yokoten diff\n";
  CHECK(redirects({}, RedirectForm::apache, {"", ""}, after,
                  head + "RedirectMatch 301 \"^/a/index\\.html$\" \"/b/\"\n") == head);
}

TEST_CASE("a file that this program did not write is no file of redirects") {
  CHECK_FALSE(redirects({}, RedirectForm::apache, {"", ""}, {}, "Options -Indexes\n"));
}

TEST_CASE("an address that moved lies where the site before had it") {
  PageChanges pages;
  pages.moved.push_back({"a.html", "b.html", MovedPage::Why::content});
  const auto text = redirects(pages, RedirectForm::static_host,
                              {"https://example.jp/kpi/", "https://example.jp/"}, {});
  CHECK(text.value_or("").ends_with("\n/kpi/a.html /b.html 301\n"));
}

TEST_CASE("a file that is another one is named, and one whose contents nobody knows is not") {
  Snapshot before, after;
  before.files = {{"photos/a.png", "1"}, {"data.xlsx", "1"}, {"gone.txt", "1"}};
  after.files = {{"photos/a.png", "2"}, {"data.xlsx", ""}, {"share/b.png", ""}};
  const auto pages = page_changes(before, after, {});
  CHECK(pages.files_changed == Lines{"photos/a.png"});
  CHECK(pages.files_removed == Lines{"gone.txt"});
  CHECK(pages.files_added == Lines{"share/b.png"});
  CHECK_FALSE(pages.is_empty());
}

TEST_CASE("what a publisher has put there is named before what a build drew of it") {
  Snapshot before, after;
  after.files = {{"areas/01/strip.svg", "1"}, {"photos/a.png", "1"}, {"look/mark.txt", "1"}};
  CHECK(page_changes(before, after, {}).files_added ==
        Lines{"look/mark.txt", "photos/a.png", "areas/01/strip.svg"});
}
