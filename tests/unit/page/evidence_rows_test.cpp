#include "page/evidence_rows.h"

#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// What the place of 鳥取県 is called in the evidence of one figure or of several.
std::string rank_term(const std::string& language, bool several) {
  SmallBook small;
  small.publication.words = real_words(language);
  small.book.prepare();
  small.publication.indicators[0].better = Better::higher;
  const Figure figure = small.rate(SmallBook::tottori);
  RankTable places;
  places.period = figure.observation->period;
  places.rows.push_back({SmallBook::tottori, {1, 47, 1}, {1, 47, 1}});
  small.measured.ranks.put(places);
  std::vector<Figure> figures = {figure};
  if (several) figures.push_back(small.rate(SmallBook::shimane));
  return evidence_rows(small.page, figures).front().term;
}

}  // namespace

TEST_CASE("in English a rank among several figures goes on in the line of its indicator") {
  CHECK(rank_term("en", true) == "申請率: rank in 全国");
  CHECK(rank_term("en", false) == "Rank in 全国");
}

TEST_CASE("in Japanese a rank among several figures stands behind its indicator") {
  CHECK(rank_term("ja", true) == "申請率 全国の順位");
}
