#include "read/target.h"

#include <doctest/doctest.h>

#include <string>

using namespace yokoten;
using Kind = Target::Kind;

namespace {

Target target(const std::string& text) {
  const auto read = parse_target(text);
  REQUIRE_MESSAGE(read, text);
  CHECK(read->text == text);
  return *read;
}

}  // namespace

TEST_CASE("a number alone is a number to be reached") {
  CHECK(target("5000").kind == Kind::number);
  CHECK(to_text(*target("15.0").number) == "15.0");
  CHECK(to_text(*target("10,000").number) == "10000");
}

TEST_CASE("a number with 以上 is a lower bound and with 以下 an upper one") {
  CHECK(target("90以上").kind == Kind::at_least);
  CHECK(to_text(*target("90以上").number) == "90");
  CHECK(target("15.3以下").kind == Kind::at_most);
  CHECK(to_text(*target("15.3以下").number) == "15.3");
}

TEST_CASE("words of growth and decline are directions") {
  for (const char* text : {"増加", "減少", "減少又は維持", "減少幅の維持"})
    CHECK_MESSAGE(target(text).kind == Kind::direction, text);
}

TEST_CASE("a bound without a number is a relation to another statistic") {
  CHECK(target("全産業平均以上").kind == Kind::relation);
  CHECK(target("全産業平均以下").kind == Kind::relation);
  CHECK_FALSE(target("全産業平均以下").number);
}

TEST_CASE("a target that is still to be decided says so") {
  CHECK(target("2024年夏までに調査し設定").kind == Kind::to_be_set);
}

TEST_CASE("a dash and an empty cell are not set") {
  CHECK(target("—").kind == Kind::not_set);
  CHECK(target("").kind == Kind::not_set);
}

TEST_CASE("other words are no target") {
  for (const char* text : {"50％くらい", "検討中", "TBD", "50-60"}) CHECK_FALSE(parse_target(text));
}

TEST_CASE("a percent sign behind a number changes nothing") {
  CHECK(to_text(*target("50%以上").number) == "50");
  CHECK(target("50％以上").kind == Kind::at_least);
  CHECK(to_text(*target("50％").number) == "50");
}

TEST_CASE("two bounds in one and a bound of nothing are no target") {
  for (const char* text : {"50以上60以下", "以上", " 以下"}) CHECK_FALSE(parse_target(text));
}
