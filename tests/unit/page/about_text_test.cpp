#include "page/about_text.h"

#include <doctest/doctest.h>

#include "unit/page/small_book.h"

using namespace yokoten;

namespace {

std::string about(const std::string& number) {
  static const SmallBook small;
  return about_text(small.book, *parse_decimal(number));
}

}  // namespace

TEST_CASE("large numbers are said in 万, 億 and 兆") {
  CHECK(about("181566") == "約18万");
  CHECK(about("10912") == "約1万1千");
  CHECK(about("95218") == "約9万5千");
  CHECK(about("12345678") == "約1,200万");
  CHECK(about("123456789") == "約1億2千万");
  CHECK(about("4567890123") == "約46億");
  CHECK(about("1234567890123") == "約1兆2千億");
}

TEST_CASE("numbers below ten thousand keep their digits") {
  CHECK(about("1234") == "約1,200");
  CHECK(about("948") == "約950");
}

TEST_CASE("a number that rounding does not change is not said to be about it") {
  CHECK(about("570000") == "57万");
  CHECK(about("8500000") == "850万");
  CHECK(about("20000") == "2万");
  CHECK(about("47") == "47");
  CHECK(about("0") == "0");
  CHECK(about("6.0") == "6");
}

TEST_CASE("rounding may reach the next unit") {
  CHECK(about("9960") == "約1万");
  CHECK(about("99600000") == "約1億");
  CHECK(about("99.6") == "約100");
}

TEST_CASE("halves are rounded up") {
  CHECK(about("185000") == "約19万");
  CHECK(about("184999") == "約18万");
}

TEST_CASE("small numbers keep a digit behind the point") {
  CHECK(about("24.7") == "約25");
  CHECK(about("6.04") == "約6");
  CHECK(about("6.25") == "約6.3");
  CHECK(about("0.123") == "約0.12");
}

TEST_CASE("numbers below zero keep their sign") {
  CHECK(about("-6.25") == "約−6.3");
  CHECK(about("-95218") == "約−9万5千");
}
