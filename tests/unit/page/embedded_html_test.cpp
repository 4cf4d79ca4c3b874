#include "page/embedded_html.h"

#include <doctest/doctest.h>

using namespace yokoten;

namespace {

std::string embedded(const std::string& html) { return embedded_html(html, "a-", "../b/"); }

}  // namespace

TEST_CASE("headings go one level lower, the lowest stays") {
  CHECK(embedded("<h1>x</h1><h2 class=\"y\">z</h2>") == "<h2>x</h2><h3 class=\"y\">z</h3>");
  CHECK(embedded("<h6>x</h6>") == "<h6>x</h6>");
}

TEST_CASE("tags that begin like headings are left alone") {
  CHECK(embedded("<hr><header>") == "<hr><header>");
}

TEST_CASE("ids and what refers to them are prefixed") {
  CHECK(embedded("<p id=\"x\"><a href=\"#x\">") == "<p id=\"a-x\"><a href=\"#a-x\">");
  CHECK(embedded("<p aria-labelledby=\"x y\">") == "<p aria-labelledby=\"a-x a-y\">");
  CHECK(embedded("<path clip-path=\"url(#x)\">") == "<path clip-path=\"url(#a-x)\">");
}

TEST_CASE("sections lose the names that make them landmarks") {
  CHECK(embedded("<section class=\"sec\" id=\"x\" aria-labelledby=\"x-h\"><p>") ==
        "<section class=\"sec\" id=\"a-x\"><p>");
}

TEST_CASE("files beside the page are found in its folder, other links stay") {
  CHECK(embedded("<a href=\"x.csv\">") == "<a href=\"../b/x.csv\">");
  for (const char* link : {"../x/", "https://example.jp/", "mailto:a@b"}) {
    const std::string tag = std::string("<a href=\"") + link + "\">";
    CHECK(embedded(tag) == tag);
  }
}

TEST_CASE("text is left alone even where it looks like an attribute") {
  CHECK(embedded("<p>id=\"x\" href=\"#x\"</p>") == "<p>id=\"x\" href=\"#x\"</p>");
}
