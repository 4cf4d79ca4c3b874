#include "protect/suppress.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "protect/audit.h"
#include "protect/span.h"

using namespace yokoten;

namespace {

constexpr std::int64_t kFewest = 10;

Cell count(std::int64_t value, double weight = 1) {
  Cell cell;
  cell.value = value;
  cell.least = 1;
  cell.weight = weight;
  cell.stays_open = value == 0;
  cell.sensitive = value > 0 && value < kFewest;
  if (value == 0) cell.least = 0;
  if (cell.sensitive) cell.low = 1, cell.high = kFewest;
  return cell;
}

/// A row of parts and its total, the last cell.
Cells row(std::initializer_list<std::int64_t> parts) {
  Cells made;
  Relation relation;
  std::int64_t total = 0;
  for (const std::int64_t value : parts) {
    relation.emplace_back(static_cast<int>(made.cells.size()), 1);
    made.cells.push_back(count(value));
    total += value;
  }
  relation.emplace_back(static_cast<int>(made.cells.size()), -1);
  made.cells.push_back(count(total, 100));
  made.relations.push_back(std::move(relation));
  raise_least(made);
  return made;
}

int hidden_count(const Suppression& made) {
  return static_cast<int>(std::count(made.hidden.begin(), made.hidden.end(), 1));
}

bool holds(const Cells& cells, const Suppression& made) {
  const auto all = audited(cells, made.hidden);
  return std::all_of(all.begin(), all.end(), [&](const Told& told) {
    return keeps_rule(cells.cells[static_cast<std::size_t>(told.cell)], told);
  });
}

}  // namespace

TEST_CASE("a table without a small count stays open") {
  CHECK(hidden_count(suppressed(row({30, 40, 0, 50}))) == 0);
}

TEST_CASE("a hidden part of a total takes a second one with it") {
  const Cells cells = row({4, 40, 50});
  const Suppression made = suppressed(cells);
  CHECK(made.hidden[0] == 1);
  CHECK(hidden_count(made) == 2);
  CHECK(made.hidden[3] == 0);
  CHECK(holds(cells, made));
}

TEST_CASE("two small parts whose sum is small need a third") {
  const Cells cells = row({2, 3, 40, 50});
  const Suppression made = suppressed(cells);
  CHECK(hidden_count(made) == 3);
  CHECK(holds(cells, made));
}

TEST_CASE("a zero that shows is never hidden for another's sake") {
  const Cells cells = row({4, 0, 50});
  const Suppression made = suppressed(cells);
  CHECK(made.hidden[1] == 0);
  CHECK(made.hidden[2] == 1);
}

TEST_CASE("a part beside nothing but zeros takes its total with it") {
  const Cells cells = row({4, 0, 0});
  const Suppression made = suppressed(cells);
  CHECK(made.hidden[3] == 1);
  CHECK(holds(cells, made));
}

TEST_CASE("a small count that nothing may hide is reported") {
  Cells cells = row({4, 40});
  cells.cells[1].stays_open = cells.cells[2].stays_open = true;
  const Suppression made = suppressed(cells);
  CHECK(made.unprotected == std::vector<int>{0});
}

TEST_CASE("the auditor finds the part that its total gives away") {
  const Cells cells = row({4, 40, 50});
  const auto all = audited(cells, {1, 0, 0, 0});
  REQUIRE(all.size() == 1);
  CHECK(all[0].low == 4);
  CHECK(all[0].exact());
  CHECK_FALSE(keeps_rule(cells.cells[0], all[0]));
}

TEST_CASE("the auditor finds an interval that is narrower than the rule") {
  const Cells cells = row({2, 3, 40, 50});
  const auto all = audited(cells, {1, 1, 0, 0, 0});
  REQUIRE(all.size() == 2);
  CHECK(all[0].low == 1);
  CHECK(all[0].high == 4);
  CHECK_FALSE(keeps_rule(cells.cells[0], all[0]));
}

TEST_CASE("a cell that nothing bounds is told as boundless") {
  Cells cells = row({4, 40, 50});
  const auto all = audited(cells, {1, 0, 0, 1});
  REQUIRE(all.size() == 2);
  CHECK(all[0].high == Told::boundless);
}

TEST_CASE("the cheaper of two cells is hidden") {
  Cells cells = row({4, 40, 50});
  cells.cells[1].weight = 9;
  CHECK(suppressed(cells).hidden[2] == 1);
  cells.cells[1].weight = 0.5;
  CHECK(suppressed(cells).hidden[1] == 1);
}

TEST_CASE("what is told too closely is found without the intervals of all others") {
  const Cells cells = row({2, 3, 40, 50});
  const auto all = told_too_closely(cells, {1, 1, 0, 0, 0});
  REQUIRE(all.size() == 2);
  CHECK(all[0].cell == 0);
  CHECK(told_too_closely(cells, {1, 1, 1, 0, 0}).empty());
}

TEST_CASE("a sensitive cell that is open is told") {
  CHECK(told_too_closely(row({4, 40, 50}), {0, 1, 1, 0}).size() == 1);
}

TEST_CASE("the least that a total of shown zeros and hidden parts can be is asked of it only") {
  // 8 is the sum of 5, 2 and 1; 1 beside a shown zero makes 1, 5 and 2 make 7.
  Cells cells;
  for (const std::int64_t value : {8, 5, 2, 1, 0, 1, 7}) cells.cells.push_back(count(value));
  for (const int part : {1, 2, 3}) cells.cells[static_cast<std::size_t>(part)].least = 0;
  cells.relations = {
      {{0, -1}, {1, 1}, {2, 1}, {3, 1}}, {{5, -1}, {4, 1}, {3, 1}}, {{6, -1}, {1, 1}, {2, 1}}};
  CHECK(suppressed(cells).unprotected == std::vector<int>{0});
  CHECK(raise_low(cells, {0}));
  CHECK(cells.cells[0].low == 2);
  CHECK(suppressed(cells).unprotected.empty());
}

TEST_CASE("the low of a cell that a known figure bounds does not rise") {
  Cells cells = row({4, 40});
  cells.cells[1].stays_open = cells.cells[2].stays_open = true;
  CHECK_FALSE(raise_low(cells, {0}));
}

TEST_CASE("a class is in the span of sums exactly where they give it away") {
  // all = a + b + c, two = a + b: c is their difference, a is none.
  const std::vector<std::vector<int>> users = {{0, 1}, {0, 1}, {0}};
  CHECK(is_in_span(users, 2));
  CHECK_FALSE(is_in_span(users, 0));
}
