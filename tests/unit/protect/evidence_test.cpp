// Random tables with margins in two releases: nothing hidden may come back by any of three ways,
// the auditor's, elimination and bounds, of which two share no code with what hid the cells.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "protect/audit.h"
#include "protect/suppress.h"
#include "unit/protect/attacks.h"

using namespace yokoten;

namespace {

constexpr std::int64_t kThreshold = 10;

int tables_wanted() {
  const char* said = std::getenv("YOKOTEN_EVIDENCE_TABLES");
  return said == nullptr ? 400 : std::atoi(said);
}

void set_count(Cell& cell, std::int64_t value) {
  cell.value = value;
  cell.least = value == 0 ? 0 : 1;
  cell.stays_open = value == 0;
  cell.sensitive = value > 0 && value < kThreshold;
  cell.low = 1;
  cell.high = kThreshold;
  cell.weight = 1 + static_cast<double>(value) / 100;
}

/// Municipalities in prefectures in the nation, each with parts and their total; `cell(area, part)`
/// with part 0 the total.
struct Table {
  std::vector<int> parents;  ///< by area; -1 for the nation, which is area 0
  int parts = 0;
  std::vector<std::int64_t> values;

  int cell(int area, int part) const { return area * (parts + 1) + part; }
  int areas() const { return static_cast<int>(parents.size()); }
  std::int64_t& at(int area, int part) {
    return values[static_cast<std::size_t>(cell(area, part))];
  }
  bool is_leaf(int area) const {
    return std::find(parents.begin(), parents.end(), area) == parents.end();
  }
  void add_up() {
    for (int area = 0; area < areas(); ++area)
      if (!is_leaf(area))
        for (int part = 1; part <= parts; ++part) at(area, part) = 0;
    for (int area = areas() - 1; area > 0; --area)
      for (int part = 1; part <= parts; ++part)
        at(parents[static_cast<std::size_t>(area)], part) += at(area, part);
    for (int area = 0; area < areas(); ++area) {
      at(area, 0) = 0;
      for (int part = 1; part <= parts; ++part) at(area, 0) += at(area, part);
    }
  }
  /// The relations between the cells of one release, whose numbers `number` gives.
  template <class Number>
  void relate(Cells& all, Number number) const {
    for (int area = 0; area < areas(); ++area) {
      Relation across = {{number(cell(area, 0)), -1}};
      for (int part = 1; part <= parts; ++part) across.emplace_back(number(cell(area, part)), 1);
      all.relations.push_back(std::move(across));
      if (is_leaf(area)) continue;
      for (int part = 0; part <= parts; ++part) {
        Relation down = {{number(cell(area, part)), -1}};
        for (int child = 0; child < areas(); ++child)
          if (parents[static_cast<std::size_t>(child)] == area)
            down.emplace_back(number(cell(child, part)), 1);
        all.relations.push_back(std::move(down));
      }
    }
  }
};

struct Random {
  std::mt19937 engine;
  int below(int limit) { return static_cast<int>(engine() % static_cast<unsigned>(limit)); }
  /// Many small counts and zeros among large ones, as towns have them.
  std::int64_t figure() {
    const int kind = below(10);
    if (kind < 2) return 0;
    if (kind < 5) return 1 + below(12);
    return kind < 8 ? 10 + below(60) : 50 + below(900);
  }
};

Table random_table(Random& random) {
  Table made;
  made.parents.push_back(-1);
  const int prefectures = 1 + random.below(3);
  for (int each = 0; each < prefectures; ++each) made.parents.push_back(0);
  for (int each = 1; each <= prefectures; ++each) {
    const int towns = 1 + random.below(4);
    for (int town = 0; town < towns; ++town) made.parents.push_back(each);
  }
  made.parts = 1 + random.below(3);
  made.values.resize(static_cast<std::size_t>(made.areas() * (made.parts + 1)));
  for (int area = 0; area < made.areas(); ++area)
    for (int part = 1; part <= made.parts; ++part)
      if (made.is_leaf(area)) made.at(area, part) = random.figure();
  made.add_up();
  return made;
}

Cells cells_of(const Table& table) {
  Cells made;
  made.cells.resize(table.values.size());
  for (std::size_t at = 0; at < table.values.size(); ++at)
    set_count(made.cells[at], table.values[at]);
  table.relate(made, [](int cell) { return cell; });
  raise_least(made);
  return made;
}

/// Both releases as outsiders see them: a figure that did not change is one and the same cell. What
/// the first release showed stays known, what it hid must stay hidden.
Cells both_releases(const Table& first, const Suppression& hidden, const Table& second) {
  Cells made = cells_of(first);
  for (std::size_t at = 0; at < made.cells.size(); ++at) {
    made.cells[at].stays_open = !hidden.hidden[at];
    made.cells[at].goes_out = !hidden.hidden[at];
  }
  std::vector<int> number(second.values.size());
  for (std::size_t at = 0; at < number.size(); ++at) {
    number[at] = static_cast<int>(at);
    if (first.values[at] == second.values[at]) continue;
    number[at] = static_cast<int>(made.cells.size());
    set_count(made.cells.emplace_back(), second.values[at]);
  }
  second.relate(made, [&](int cell) { return number[static_cast<std::size_t>(cell)]; });
  raise_least(made);
  return made;
}

void check_attacks(const Cells& cells, const Suppression& made, long& hidden, long& primary) {
  for (const Told& told : audited(cells, made.hidden)) {
    const Cell& cell = cells.cells[static_cast<std::size_t>(told.cell)];
    CHECK(keeps_rule(cell, told));
    hidden += cell.goes_out;
    primary += cell.goes_out && cell.sensitive;
  }
  for (const int cell : given_away_by_elimination(cells, made.hidden))
    CHECK_FALSE(cells.cells[static_cast<std::size_t>(cell)].sensitive);
  for (const int cell : narrowed_by_bounds(cells, made.hidden)) CHECK(cell < 0);
}

}  // namespace

TEST_CASE(
    "no hidden cell of random tables in two releases can be told more closely than the rule says") {
  Random random{std::mt19937(20261120)};
  long hidden = 0, primary = 0, cells = 0, reported = 0;
  for (int number = 0; number < tables_wanted(); ++number) {
    CAPTURE(number);
    const Table first = random_table(random);
    const Cells open = cells_of(first);
    const Suppression made = suppressed(open);
    CHECK(made.unprotected.empty());
    check_attacks(open, made, hidden, primary);
    Table second = first;
    for (int area = 0; area < second.areas(); ++area)
      for (int part = 1; part <= second.parts; ++part)
        if (second.is_leaf(area) && random.below(4) == 0) second.at(area, part) = random.figure();
    second.add_up();
    const Cells both = both_releases(first, made, second);
    const Suppression again = suppressed(both);
    cells += static_cast<long>(open.cells.size());
    if (again.unprotected.empty())
      check_attacks(both, again, hidden, primary);
    else
      ++reported;
  }
  MESSAGE("cells of first releases " << cells << ", hidden in both " << hidden
                                     << ", of those small " << primary
                                     << ", second releases that can't be protected " << reported);
}

TEST_CASE("a table so large that it is taken block by block gives nothing away as a whole") {
  Random random{std::mt19937(7)};
  Table table;
  table.parents.push_back(-1);
  for (int prefecture = 0; prefecture < 8; ++prefecture) table.parents.push_back(0);
  for (int prefecture = 1; prefecture <= 8; ++prefecture)
    for (int town = 0; town < 20; ++town) table.parents.push_back(prefecture);
  table.parts = 3;
  table.values.resize(static_cast<std::size_t>(table.areas() * (table.parts + 1)));
  for (int area = 9; area < table.areas(); ++area)
    for (int part = 1; part <= table.parts; ++part) table.at(area, part) = random.figure();
  table.add_up();
  Cells cells = cells_of(table);
  for (int area = 9; area < table.areas(); ++area)
    for (int part = 0; part <= table.parts; ++part) {
      Cell& cell = cells.cells[static_cast<std::size_t>(table.cell(area, part))];
      cell.block = table.parents[static_cast<std::size_t>(area)];
      cell.place = area;
    }
  const Suppression made = suppressed(cells);
  CHECK(made.unprotected.empty());
  CHECK(told_too_closely(cells, made.hidden).empty());
  long hidden = 0, primary = 0;
  check_attacks(cells, made, hidden, primary);
  CHECK(hidden < 2 * primary);
}

namespace {

/// Prefectures of towns in a number of periods, each figure beside that of the period before.
Cells growing_cells(Random& random, int prefectures, int towns, int periods) {
  Table table;
  table.parents.push_back(-1);
  for (int prefecture = 0; prefecture < prefectures; ++prefecture) table.parents.push_back(0);
  for (int prefecture = 1; prefecture <= prefectures; ++prefecture)
    for (int town = 0; town < towns; ++town) table.parents.push_back(prefecture);
  table.parts = 2;
  table.values.resize(static_cast<std::size_t>(table.areas() * (table.parts + 1)));
  Cells made;
  const auto size = static_cast<int>(table.values.size());
  for (int period = 0; period < periods; ++period) {
    for (int area = 0; area < table.areas(); ++area)
      for (int part = 1; part <= table.parts; ++part)
        if (table.is_leaf(area))
          table.at(area, part) += random.below(3) == 0 ? random.figure() : random.below(4);
    table.add_up();
    for (const Cell& cell : cells_of(table).cells) made.cells.push_back(cell);
    for (int area = prefectures + 1; area < table.areas(); ++area)
      for (int part = 0; part <= table.parts; ++part) {
        Cell& cell = made.cells[static_cast<std::size_t>(period * size + table.cell(area, part))];
        cell.block = table.parents[static_cast<std::size_t>(area)];
        cell.place = area;
      }
    table.relate(made, [&](int cell) { return period * size + cell; });
  }
  for (int after = size; after < periods * size; ++after) {
    const int before = after - size;
    Cell growth = made.cells[static_cast<std::size_t>(after)];
    growth.value -= made.cells[static_cast<std::size_t>(before)].value;
    growth.goes_out = growth.stays_open = false;
    growth.follows = true;
    growth.least = -1000000;
    growth.sensitive = growth.value > 0 && growth.value < 10;
    growth.low = 1;
    growth.high = 10;
    made.cells.push_back(growth);
    made.relations.push_back(
        {{after, -1}, {before, 1}, {static_cast<int>(made.cells.size()) - 1, 1}});
  }
  raise_least(made);
  return made;
}

}  // namespace

TEST_CASE(
    "growth from period to period can't be told either, where periods are hidden one by one") {
  Random random{std::mt19937(11)};
  const Cells cells = growing_cells(random, 4, 9, 4);
  CHECK(cells.cells.size() > 400);
  const Suppression made = suppressed(cells);
  CHECK(made.unprotected.empty());
  CHECK(told_too_closely(cells, made.hidden).empty());
  long hidden = 0, primary = 0;
  check_attacks(cells, made, hidden, primary);
  long growth = 0;
  for (const Cell& cell : cells.cells) growth += cell.follows && cell.sensitive;
  CHECK(growth > 100);
  MESSAGE("hidden " << hidden << ", small " << primary << ", small growth " << growth);
}

TEST_CASE("the auditor finds growth that two figures which show give away") {
  Random random{std::mt19937(11)};
  const Cells cells = growing_cells(random, 4, 9, 4);
  Suppression made = suppressed(cells);
  std::size_t wanted = 0;
  for (const Relation& relation : cells.relations) {
    const auto grown = static_cast<std::size_t>(relation.back().first);
    if (!cells.cells[grown].follows || !cells.cells[grown].sensitive) continue;
    for (const auto term : {0, 1})
      made.hidden[static_cast<std::size_t>(relation[static_cast<std::size_t>(term)].first)] = 0;
    wanted = grown;
    break;
  }
  REQUIRE(wanted > 0);
  const auto told = told_too_closely(cells, made.hidden);
  CHECK(std::any_of(told.begin(), told.end(), [&](const Told& each) {
    return static_cast<std::size_t>(each.cell) == wanted && each.exact();
  }));
}
