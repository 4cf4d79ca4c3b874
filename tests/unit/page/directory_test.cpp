#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

constexpr const char* offices_of_cities =
    "sources = [\"cities\"]\ntitle = \"事業所\"\nrows = [\"申請\"]\n";

}  // namespace

TEST_CASE("a card of an office of a municipality names the municipality") {
  SmallBook book;
  const std::string html = book.html("directory", offices_of_cities, Areas::none);
  CHECK(contains(html, ">境港市<"));
  CHECK(contains(html, ">鳥取県<"));
}

TEST_CASE("a prefecture's own publication names neither its region nor itself on each card") {
  SmallBook book;
  book.publication.prefecture = "鳥取県";
  book.book.prepare();
  const std::string html = book.html("directory", offices_of_cities, Areas::none);
  CHECK(contains(html, ">境港市<"));
  CHECK_FALSE(contains(html, ">鳥取県<"));
  CHECK_FALSE(contains(html, "<h3>中国"));
}
