#include "base/excerpt.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a short text stays, of a long one the beginning is shown") {
  CHECK(excerpt("鳥取県") == "鳥取県");
  CHECK(excerpt("abcdef", 3) == "abc…");
}

TEST_CASE("a text is cut between letters") { CHECK(excerpt("鳥取県", 4) == "鳥…"); }
