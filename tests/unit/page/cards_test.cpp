#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

void place_yonago(SmallBook& small, Rank rank) {
  small.publication.indicators[0].better = Better::higher;
  RankTable places;
  places.period = small.rate(SmallBook::yonago).observation->period;
  places.rows.push_back({SmallBook::yonago, rank, rank});
  small.measured.ranks.put(places);
}

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

TEST_CASE("a card of a rank says by how many a place is shared") {
  SmallBook small;
  place_yonago(small, {2, 40, 3});
  const std::string html = small.html("cards", ranked, SmallBook::yonago);
  CHECK(contains(html, "<b>2</b><i>位</i>"));
  CHECK(contains(html, "公表された40市区町村のうち、3市区町村が同率"));
}

TEST_CASE("a number that is too long for large type is marked as long") {
  SmallBook small;
  const std::string rate = "indicators = [\"rate\"]";
  CHECK(contains(small.html("cards", rate, SmallBook::yonago), "<b>24.1</b>"));
  small.publication.indicators[0].decimals = 8;
  CHECK(contains(small.html("cards", rate, SmallBook::yonago), "<b class=\"long\">24."));
}

TEST_CASE("a card gives no place where most share it, as sentences do") {
  SmallBook small;
  place_yonago(small, {2, 4, 2});
  const std::string html = small.html("cards", ranked, SmallBook::yonago);
  CHECK(contains(html, "順位なし（公表された4市区町村のうち、2市区町村が同じ値）"));
  CHECK(!contains(html, "<i>位</i>"));
}

TEST_CASE("a card without words of its own gives no place where most share it") {
  SmallBook small;
  place_yonago(small, {2, 4, 2});
  const std::string html = small.html("cards", "indicators = [\"rate\"]", SmallBook::yonago);
  CHECK(contains(html, "公表された4市区町村のうち、2市区町村が同じ値。"));
  CHECK(!contains(html, "<b>2位</b>"));
}

TEST_CASE("a sentence of a card goes where the area has no place in its prefecture") {
  SmallBook small;
  const std::string options =
      std::string(ranked) + "\nsay = \"公表されたなかの順位。県では{{prefecture_rank}}位。\"";
  place_yonago(small, {2, 4, 2});
  CHECK(contains(small.html("cards", options, SmallBook::yonago),
                 "<p class=\"say\">公表されたなかの順位。</p>"));
  SmallBook shared;
  place_yonago(shared, {2, 40, 3});
  CHECK(contains(shared.html("cards", options, SmallBook::yonago), "順位。県では同率2位。"));
}
