#include "protect/group_sums.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace yokoten;

namespace {

using Groups = std::vector<std::vector<int>>;

/// A fraction in lowest terms; the tables here are small enough for 64 bits.
struct Fraction {
  long long top = 0, bottom = 1;
};

Fraction reduced(long long top, long long bottom) {
  const long long common = std::gcd(top, bottom);
  if (common == 0) return {};
  const long long sign = bottom < 0 ? -1 : 1;
  return {sign * top / common, sign * bottom / common};
}

Fraction minus_product(Fraction a, Fraction b, Fraction c) {
  const Fraction product = reduced(b.top * c.top, b.bottom * c.bottom);
  return reduced(a.top * product.bottom - product.top * a.bottom, a.bottom * product.bottom);
}

// The rank of the sums over the units that are not in `without`, by fractions.
std::size_t rank_without(const Groups& groups, const std::vector<char>& hidden, int units,
                         const std::vector<int>& without) {
  std::vector<std::vector<Fraction>> rows;
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (hidden[group]) continue;
    std::vector<Fraction> row(static_cast<std::size_t>(units));
    for (const int unit : groups[group])
      if (std::find(without.begin(), without.end(), unit) == without.end())
        row[static_cast<std::size_t>(unit)].top = 1;
    rows.push_back(row);
  }
  std::size_t rank = 0;
  for (std::size_t column = 0; column < static_cast<std::size_t>(units); ++column) {
    std::size_t pivot = rank;
    while (pivot < rows.size() && rows[pivot][column].top == 0) ++pivot;
    if (pivot >= rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    for (std::size_t row = rank + 1; row < rows.size(); ++row) {
      const Fraction factor = reduced(rows[row][column].top * rows[rank][column].bottom,
                                      rows[row][column].bottom * rows[rank][column].top);
      for (std::size_t at = column; at < rows[row].size(); ++at)
        rows[row][at] = minus_product(rows[row][at], factor, rows[rank][at]);
    }
    ++rank;
  }
  return rank;
}

// Whether some combination of the open sums is about no other units than one or two.
bool is_told(const Groups& groups, const std::vector<char>& hidden, int units) {
  const std::size_t rank = rank_without(groups, hidden, units, {});
  for (int a = 0; a < units; ++a)
    for (int b = a; b < units; ++b)
      if (rank_without(groups, hidden, units, {a, b}) < rank) return true;
  return false;
}

}  // namespace

TEST_CASE("a group of fewer units than asked is hidden") {
  CHECK(hidden_groups({{0, 1}, {2, 3, 4}}, 3) == std::vector<char>{1, 0});
}

TEST_CASE("a total that would give a hidden part away by subtraction takes a second part with it") {
  const Groups groups = {{0, 1, 2, 3, 4, 5, 6, 7, 8}, {0, 1}, {2, 3, 4}, {5, 6, 7, 8}};
  const auto hidden = hidden_groups(groups, 3);
  CHECK(hidden == std::vector<char>{0, 1, 1, 0});
}

TEST_CASE("groups that differ by one unit do not both show") {
  const Groups groups = {{0, 1, 2, 3}, {0, 1, 2, 3, 4}};
  CHECK(hidden_groups(groups, 3) == std::vector<char>{1, 0});
}

TEST_CASE("a unit that only three sums together tell is not told") {
  // first + second - third is twice the unit 0.
  const Groups groups = {{0, 1, 2, 3}, {0, 4, 5, 6}, {1, 2, 3, 4, 5, 6}};
  const auto hidden = hidden_groups(groups, 3);
  CHECK(std::count(hidden.begin(), hidden.end(), 1) == 1);
  CHECK_FALSE(is_told(groups, hidden, 7));
}

TEST_CASE("no group stays hidden that could show without telling") {
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    Groups groups(6);
    for (auto& group : groups)
      for (int unit = 0; unit < 10; ++unit)
        if (random() % 2 == 0) group.push_back(unit);
    const auto hidden = hidden_groups(groups, 3);
    for (std::size_t at = 0; at < groups.size(); ++at) {
      if (!hidden[at] || groups[at].size() < 3) continue;
      auto opened = hidden;
      opened[at] = 0;
      CHECK(is_told(groups, opened, 10));
    }
  }
}

TEST_CASE("nothing is hidden where nothing tells") {
  const Groups groups = {{0, 1, 2, 3, 4, 5}, {0, 1, 2}, {3, 4, 5}};
  CHECK(hidden_groups(groups, 3) == std::vector<char>{0, 0, 0});
}

TEST_CASE("of random groups no combination tells one unit or two, by elimination in fractions") {
  std::mt19937 random(7);
  int hidden_beyond = 0, shown = 0;
  for (int round = 0; round < 300; ++round) {
    const int units = 6 + static_cast<int>(random() % 7);
    const std::size_t count = 3 + random() % 6;
    Groups groups(count);
    for (auto& group : groups)
      for (int unit = 0; unit < units; ++unit)
        if (random() % 2 == 0) group.push_back(unit);
    const auto hidden = hidden_groups(groups, 3);
    for (std::size_t at = 0; at < count; ++at) {
      if (groups[at].size() < 3) CHECK(hidden[at] == 1);
      hidden_beyond += hidden[at] && groups[at].size() >= 3 ? 1 : 0;
      shown += hidden[at] ? 0 : 1;
    }
    CHECK_FALSE(is_told(groups, hidden, units));
  }
  MESSAGE("hidden beyond the small groups: " << hidden_beyond << ", shown: " << shown);
  CHECK(shown > hidden_beyond);
}
