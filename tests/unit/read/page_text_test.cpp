#include "read/page_text.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("front matter and body are told apart with their lines") {
  Findings findings;
  const auto page = read_page("---\ntitle: a\neach: b\n---\n\n# Title\n", "pages/a.md", findings);
  REQUIRE(page);
  CHECK(page->front == "title: a\neach: b\n");
  CHECK(page->front_row == 2);
  CHECK(page->body == "\n# Title\n");
  CHECK(page->body_row == 5);
}

TEST_CASE("CRLF and a byte order mark change nothing") {
  Findings findings;
  const auto page = read_page("\xef\xbb\xbf---\r\ntitle: a\r\n---\r\nb\r\n", "a.md", findings);
  REQUIRE(page);
  CHECK(page->front == "title: a\n");
  CHECK(page->body == "b\n");
  CHECK(page->body_row == 4);
}

TEST_CASE("front matter may be empty and so may be the body") {
  Findings findings;
  const auto page = read_page("---\n---", "a.md", findings);
  REQUIRE(page);
  CHECK(page->front == "");
  CHECK(page->body == "");
}

TEST_CASE("a rule inside the body does not end the front matter again") {
  Findings findings;
  const auto page = read_page("---\nt: 1\n---\na\n\n---\nb\n", "a.md", findings);
  REQUIRE(page);
  CHECK(page->body == "a\n\n---\nb\n");
}

TEST_CASE("a page without front matter or with an open one is an error") {
  for (const char* text : {"# Title\n", "", "---\ntitle: a\n", "---- \n---\n"}) {
    Findings findings;
    CHECK_FALSE(read_page(text, "a.md", findings));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "page.front");
    CHECK(findings[0].place == Place{"a.md", 1, 1});
  }
}

TEST_CASE("a byte that is no UTF-8 is reported with its line and character") {
  Findings findings;
  CHECK_FALSE(read_page("---\n---\n日本\xff\n", "a.md", findings));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place == Place{"a.md", 3, 3});
}

TEST_CASE("a page above 1 MiB is refused") {
  Findings findings;
  CHECK_FALSE(read_page("---\n---\n" + std::string(1U << 20U, 'a'), "a.md", findings));
  CHECK(findings[0].code == "page.limit");
}
