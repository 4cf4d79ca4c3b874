#include "model/heading_parts.h"

#include <doctest/doctest.h>

using namespace yokoten;

using Texts = std::vector<std::string_view>;

TEST_CASE("a heading of several rows has the headings that it was joined of") {
  CHECK(heading_parts("令和6年度／件数／うち女性") == Texts{"令和6年度", "件数", "うち女性"});
}

TEST_CASE("a heading of one row is its only part") {
  CHECK(heading_parts("件数") == Texts{"件数"});
  CHECK(heading_parts("") == Texts{""});
}
