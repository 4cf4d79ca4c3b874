#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

const char* const ranked = "[[card]]\nindicator = \"rate\"\nshow = \"rank\"";

}  // namespace

TEST_CASE("a card of a rank says that there is none where no direction is better") {
  SmallBook small;
  small.publication.indicators[0].better = Better::none;
  const std::string html = small.html("cards", ranked, SmallBook::yonago);
  CHECK(contains(html, "<p class=\"word\">順位なし</p>"));
}

TEST_CASE("a card of a rank says why there is no figure to rank") {
  SmallBook small;
  const std::string html = small.html("cards", ranked, SmallBook::matsue);
  CHECK(contains(html, "<p class=\"word\">公表資料に未掲載</p>"));
}
