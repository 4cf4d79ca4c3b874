#include "page/share_proof.h"

#include <doctest/doctest.h>

#include "small_book.h"

using namespace yokoten;

namespace {

/// What proves 鳥取県's share of cities with a rate of 30 or more: 境港市 has 31.3, 米子市 24.1 and
/// 鳥取市 what the test says.
std::string proof(Observation city, std::optional<Decimal> certain) {
  SmallBook small;
  Indicator share;
  share.id = "share";
  share.kind = IndicatorKind::share_of_areas;
  share.condition_indicator = small.publication.indicators[0].id;
  share.condition_at_least = Decimal{30, 0};
  small.publication.indicators.push_back(share);
  Observation seen = *small.rate(SmallBook::sakaiminato).observation;
  city.period = seen.period;
  city.area = SmallBook::tottori_city;
  Cube cube;
  for (Observation each : small.measured.cube.all()) {
    if (each.area == city.area) continue;
    each.period = cube.period_id(small.measured.cube.period(each.period));
    cube.add(each);
  }
  city.period = seen.period = cube.period_id(small.measured.cube.period(seen.period));
  cube.add(city);
  small.measured.cube = cube;
  seen.indicator = static_cast<int>(small.publication.indicators.size()) - 1;
  seen.numerator = certain;
  return share_proof(small.book, {seen.indicator, SmallBook::tottori, 0, seen});
}

Observation missing(Missing reason) {
  Observation seen;
  seen.missing = reason;
  return seen;
}

Observation at_least(std::int64_t lower) {
  Observation seen;
  seen.lower = Decimal{lower, 0};
  seen.flags = bound;
  return seen;
}

}  // namespace

TEST_CASE("an area that the condition does not apply to is no reason for a bound") {
  CHECK(proof(missing(Missing::not_applicable), Decimal{1, 0}) ==
        "値が公表された2市区町村のうち、条件（申請率 30%以上）を満たすのは1市区町村です。"
        "該当のない1市区町村は、条件を満たさないほうに数えています。");
}

TEST_CASE("a bound that meets the condition is counted, and nothing need be proven from the rest") {
  CHECK(proof(at_least(90), Decimal{2, 0}) ==
        "3市区町村すべての値から数えました。条件（申請率 30%以上）を満たすのは2市区町村です。");
}

TEST_CASE("a bound below the condition is told apart from a value that is not published") {
  CHECK(proof(at_least(20), Decimal{1, 0})
            .ends_with("値が公表されていないか「以上」の値しかない1市区町村は確かめられないため、"
                       "「少なくとも」の値です。"));
}

TEST_CASE("an area without a published value makes the share a bound") {
  CHECK(proof(missing(Missing::not_published), Decimal{1, 0})
            .ends_with(
                "値が公表されていない1市区町村は確かめられないため、「少なくとも」の値です。"));
}
