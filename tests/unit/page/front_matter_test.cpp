#include "page/front_matter.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

FrontMatter front_with(const std::string& order, Findings& findings) {
  PageText page;
  page.file = "cases/a.md";
  page.front = "title: \"題\"\norder: " + order + "\n";
  page.front_row = 2;
  return read_front_matter(page, findings);
}

}  // namespace

TEST_CASE("the order of a page is a whole number") {
  for (const auto& [text, order] : {std::pair{"2", 2}, {"-5", -5}, {"\"10\"", 10}}) {
    Findings findings;
    CHECK(front_with(text, findings).order == order);
    CHECK(findings.empty());
  }
}

TEST_CASE("an order that is no whole number is found at its line") {
  for (const char* text : {"abc", "1.5", ".inf", "true", "99999999999999999999", "２"}) {
    CAPTURE(text);
    Findings findings;
    front_with(text, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == "front.order");
    CHECK(findings.front().place.row == 3);
  }
}

TEST_CASE("a colon in front matter asks for quotes in our own words") {
  PageText page;
  page.file = "pages/a.md";
  page.front = "title: 試し: その1\n";
  page.front_row = 2;
  Findings findings;
  read_front_matter(page, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "front.form");
  CHECK(findings.front().message.ja.find("引用符") != std::string::npos);
}

TEST_CASE("a status that is none is found where it stands") {
  PageText page;
  page.file = "cases/a.md";
  page.front = "title: 題\nstatus: finished\n";
  page.front_row = 2;
  Findings findings;
  read_front_matter(page, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().place.row == 3);
}

TEST_CASE("a key that is like no other is named without a guess") {
  PageText page;
  page.file = "pages/a.md";
  page.front = "title: \"題\"\nqqqqqqqqqq: 1\n";
  page.front_row = 2;
  Findings findings;
  read_front_matter(page, findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().message.en == "unknown key qqqqqqqqqq in the front matter");
  CHECK(findings.front().message.ja == "前書きに qqqqqqqqqq という項目はありません");
}

TEST_CASE("the area of a page keeps its place") {
  PageText page;
  page.file = "pages/a.md";
  page.front = "title: \"題\"\narea: \"12025\"\n";
  page.front_row = 2;
  Findings findings;
  CHECK(read_front_matter(page, findings).area_where.row == 3);
}
