#include "model/fact_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace yokoten;

namespace {

using Members = std::array<std::int64_t, 12>;

Members members(const Fact& fact) {
  return {fact.area,         fact.row,
          fact.source,       fact.column,
          fact.measure,      fact.period,
          fact.breakdown,    fact.value->mantissa,
          fact.value->scale, static_cast<std::int64_t>(fact.missing),
          fact.flags,        fact.total ? 1 : 0};
}

/// Any facts of a table with a few columns; some say why they have no value.
std::vector<Fact> any_facts(std::size_t count, unsigned seed = 1) {
  std::mt19937 random(seed);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  std::vector<Fact> facts;
  for (int at = 0; at < static_cast<int>(count); ++at) {
    Fact& fact = facts.emplace_back();
    fact.area = below(2000) - 1;
    fact.row = at / 3;
    fact.source = static_cast<std::int16_t>(at / 400);
    fact.column = static_cast<std::int16_t>(at % 3);
    fact.measure = fact.column;
    fact.period = below(20);
    fact.breakdown = below(5);
    fact.value = Decimal{below(10'000'000) - 5000, below(3)};
    if (below(10) == 0) fact.missing = static_cast<Missing>(below(7));
    fact.flags = static_cast<std::uint8_t>(below(3) == 0 ? below(32) : 0);
    fact.total = below(50) == 0;
  }
  return facts;
}

Facts list_of(const std::vector<Fact>& facts) {
  Facts list;
  list.append(facts);
  return list;
}

bool are_same(const std::vector<Fact>& plain, const Facts& list) {
  std::vector<Members> all;
  for (const Fact& fact : list.all()) all.push_back(members(fact));
  return std::ranges::equal(plain, all, {}, members);
}

}  // namespace

TEST_CASE("facts come back in their order as they were") {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, Facts::block_size,
                                  Facts::block_size + 1, std::size_t{1500}}) {
    const std::vector<Fact> plain = any_facts(count);
    CHECK(are_same(plain, list_of(plain)));
  }
}

TEST_CASE("facts added one by one are those added at once") {
  const std::vector<Fact> plain = any_facts(1500);
  Facts list;
  for (const Fact& each : plain) list.push_back(each);
  CHECK(are_same(plain, list));
}

TEST_CASE("a fact is found at its position") {
  const std::vector<Fact> plain = any_facts(1500);
  const Facts list = list_of(plain);
  bool all_right = true;
  for (std::size_t at = 0; at < plain.size(); ++at)
    all_right = all_right && members(list[at]) == members(plain[at]);
  CHECK(all_right);
}

TEST_CASE("facts picked in their order are those at these positions") {
  const std::vector<Fact> plain = any_facts(1500);
  const Facts list = list_of(plain);
  PickedFacts picked(list);
  bool all_right = true;
  for (std::size_t at = 0; at < plain.size(); at += 7)
    all_right = all_right && members(picked[at]) == members(plain[at]);
  CHECK(all_right);
}

TEST_CASE("a part of facts begins and ends inside of blocks") {
  const std::vector<Fact> plain = any_facts(1500);
  const Facts list = list_of(plain);
  std::size_t at = 100;
  bool all_right = true;
  for (const Fact& fact : list.part(100, 1400))
    all_right = all_right && members(fact) == members(plain[at++]);
  CHECK(all_right);
  CHECK(at == 1400);
}

TEST_CASE("what is not asked for of facts changes nothing of the rest") {
  const std::vector<Fact> plain = any_facts(1500);
  const Facts list = list_of(plain);
  std::size_t at = 0;
  bool all_right = true;
  for (const Fact& fact : list.all({.area = true, .breakdown = true})) {
    const Fact& same = plain[at++];
    all_right = all_right && fact.area == same.area && fact.breakdown == same.breakdown &&
                fact.source == same.source && fact.column == same.column &&
                fact.measure == same.measure && fact.missing == same.missing &&
                fact.flags == same.flags && fact.total == same.total;
  }
  CHECK(all_right);
}

TEST_CASE("a fact that is set stands alone among its neighbours, and not in a copy") {
  std::vector<Fact> plain = any_facts(600);
  Facts list = list_of(plain);
  const Facts copy = list;
  const std::vector<Fact> others = any_facts(600, 2);
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{255}, std::size_t{300}, std::size_t{599}})
    list.set(at, others[at]);
  CHECK(are_same(plain, copy));
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{255}, std::size_t{300}, std::size_t{599}})
    plain[at] = others[at];
  CHECK(are_same(plain, list));
}

TEST_CASE("facts that are left over take others behind them") {
  std::vector<Fact> plain = any_facts(1500);
  Facts list = list_of(plain);
  for (const std::size_t size : {std::size_t{1300}, std::size_t{1280}, std::size_t{700},
                                 std::size_t{512}, std::size_t{10}, std::size_t{0}}) {
    list.truncate(size);
    plain.resize(size);
    CHECK(are_same(plain, list));
    const std::vector<Fact> more = any_facts(300, static_cast<unsigned>(size));
    list.append(more);
    plain.insert(plain.end(), more.begin(), more.end());
    CHECK(are_same(plain, list));
  }
}

TEST_CASE("facts that are not to be kept go, others may change on the way") {
  std::vector<Fact> plain = any_facts(1500);
  Facts list = list_of(plain);
  const auto keeps = [](Fact& fact) {
    if (fact.period == 3) fact.area = 7;
    return !fact.total;
  };
  list.keep_only(300, keeps);
  std::vector<Fact> kept(plain.begin(), plain.begin() + 300);
  for (Fact& fact : std::span(plain).subspan(300))
    if (keeps(fact)) kept.push_back(fact);
  CHECK(are_same(kept, list));
}

TEST_CASE("the facts of a source, and of a row, stand between its bounds") {
  const Facts list = list_of(any_facts(1500));
  CHECK(list.of_source(0) == std::pair<std::size_t, std::size_t>(0, 400));
  CHECK(list.of_source(2) == std::pair<std::size_t, std::size_t>(800, 1200));
  CHECK(list.of_row(1, 140) == std::pair<std::size_t, std::size_t>(420, 423));
  CHECK(list.of_source(9).first == list.of_source(9).second);
}

TEST_CASE("a block tells what is surely not in it") {
  std::vector<Fact> plain(300);
  for (Fact& fact : plain) {
    fact.area = 20;
    fact.value = Decimal{3, 0};
  }
  Facts list = list_of(plain);
  CHECK(list.may_be_of_area(0, 20));
  CHECK_FALSE(list.may_be_of_area(0, 21));
  CHECK_FALSE(list.may_be_below_zero(0));
  CHECK(list.may_be_of_area(1, 20));
  plain[5].value = Decimal{-3, 0};
  list.set(5, plain[5]);
  CHECK(list.may_be_below_zero(0));
}
