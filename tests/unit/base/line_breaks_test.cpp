#include "base/line_breaks.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a short text is one line") {
  CHECK(wrapped_lines("鳥取県の状況", 16, 2) == std::vector<std::string>{"鳥取県の状況"});
}

TEST_CASE("no line begins with a comma") {
  for (const std::string& line : wrapped_lines("申請率は、全国で、最も高いです。", 4, 9))
    CHECK_FALSE(line.starts_with("、"));
}

TEST_CASE("a number is not broken") {
  const auto lines = wrapped_lines("申請は10,912事業所です", 6, 9);
  bool whole = false;
  for (const std::string& line : lines) whole = whole || line.find("10,912") != std::string::npos;
  CHECK(whole);
}

TEST_CASE("what has no room ends in an ellipsis and stays inside the line") {
  const auto lines = wrapped_lines("あいうえおかきくけこさしすせそ", 5, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("…"));
  CHECK(lines[1].size() <= 5 * 3);
}

TEST_CASE("an empty text has no lines") { CHECK(wrapped_lines("", 5, 2).empty()); }
