#include "publish/squeezed_css.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("blanks and comments of styles go where they mean nothing") {
  CHECK(squeezed_css("/* why */\na , b {\n  color : red ;\n  margin: 0 auto;\n}\n\n.c{}\n") ==
        "a,b{color : red;margin: 0 auto}.c{}");
}

TEST_CASE("blanks that tell selectors and values apart stay") {
  CHECK(squeezed_css("a :hover { margin: -1px + 2px }") == "a :hover{margin: -1px + 2px}");
  CHECK(squeezed_css("@media (width >= 40rem) and (color) { a > b { top: 0 } }") ==
        "@media (width >= 40rem) and (color){a > b{top: 0}}");
}

TEST_CASE("a comment between words parts them as a blank does") {
  CHECK(squeezed_css("a/* x */b { }") == "a b{}");
}

TEST_CASE("licences and texts stay as they are") {
  CHECK(squeezed_css("/*! MIT\n  x */\na::before { content: \"a ; } /* b */\" }") ==
        "/*! MIT\n  x */ a::before{content: \"a ; } /* b */\"}");
  CHECK(squeezed_css("a { content: 'it\\'s  ;' ; }") == "a{content: 'it\\'s  ;'}");
}

TEST_CASE("a comment or a text that never ends is no trouble") {
  CHECK(squeezed_css("a{} /* x").starts_with("a{}"));
  CHECK(squeezed_css("a{content:\"x") == "a{content:\"x");
  CHECK(squeezed_css("a{content:\"\\") == "a{content:\"\\");
}
