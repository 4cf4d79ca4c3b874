#include "model/cell_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace yokoten;

namespace {

using Row = std::vector<std::string>;

void add(CellRows& rows, const Row& row) { rows.add({row.begin(), row.end()}); }

/// Whether the packed rows hold what was added, and nothing behind it, cell by cell and row by row.
bool holds(const CellRows& rows, const std::vector<Row>& added) {
  if (rows.size() != added.size()) return false;
  for (std::size_t row = 0; row < added.size(); ++row) {
    for (std::size_t column = 0; column < added[row].size(); ++column)
      if (rows.cell(row, column) != added[row][column]) return false;
    if (!rows.cell(row, added[row].size()).empty()) return false;
    std::vector<std::string_view> taken;
    rows.take(row, taken);
    if (taken.size() > added[row].size()) return false;
    taken.resize(added[row].size());
    if (!std::equal(taken.begin(), taken.end(), added[row].begin())) return false;
  }
  return true;
}

bool come_back(const std::vector<Row>& added) {
  CellRows rows;
  for (const Row& row : added) add(rows, row);
  return holds(rows, added);
}

}  // namespace

TEST_CASE("cells come back as they were added, and short rows end with empty ones") {
  CHECK(come_back({{"鳥取県", "", "12"}, {"島根県"}, {}, {"", "", "3"}}));
}

TEST_CASE("texts of any length come back") {
  for (const std::size_t size : {15U, 16U, 253U, 254U, 255U, 65'535U, 65'536U, 200'000U})
    CHECK(come_back({{"a", std::string(size, 'x'), "b"}, {std::string(size, 'x'), "c"}}));
}

TEST_CASE("every cell of a wide row is found") {
  Row row;
  for (int column = 0; column < 16'384; ++column) row.push_back(std::to_string(column));
  CHECK(come_back({row, {"a"}, row}));
}

TEST_CASE("a wide row that holds little takes little") {
  CellRows rows;
  Row row(16'384);
  row[7] = "x";
  row[16'383] = "y";
  const std::vector<Row> added(1'000, row);
  for (const Row& each : added) add(rows, each);
  CHECK(holds(rows, added));
  CHECK(rows.bytes() <= 64U << 10U);
}

TEST_CASE("a long text that comes again is kept once") {
  CellRows rows;
  const std::string text(1'000, 'x');
  for (int row = 0; row < 10'000; ++row) add(rows, {text, std::to_string(row)});
  CHECK(rows.bytes() < 500'000);
  CHECK(rows.cell(9'999, 0) == text);
  CHECK(rows.cell(9'999, 1) == "9999");
}

TEST_CASE("a copy and its original go on apart from each other") {
  CellRows first;
  const std::string text(20'000, 'x');
  for (int row = 0; row < 20; ++row) add(first, {text, "a"});
  CellRows second = first;
  add(first, {text, "first"});
  add(second, {text, "second"});
  CHECK(first.cell(20, 1) == "first");
  CHECK(second.cell(20, 1) == "second");
  CHECK(second.cell(20, 0) == text);
}

TEST_CASE("rows of all shapes come back") {
  std::mt19937 random(1);
  const auto below = [&](unsigned most) { return static_cast<unsigned>(random()) % most; };
  std::vector<Row> added;
  for (int row = 0; row < 3'000; ++row) {
    Row cells(below(4) == 0 ? below(300) : below(20));
    const unsigned filled = below(3);
    for (std::string& cell : cells)
      if (below(10) < 1 + 4 * filled)
        cell =
            std::string(below(20) == 0 ? below(600) : below(24), static_cast<char>('a' + below(3)));
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    added.push_back(cells);
  }
  CHECK(come_back(added));
}

TEST_CASE("rows of others come back behind those that were there, and so do rows added then") {
  std::vector<Row> few = {{"a", "b"}, {}, {"c"}};
  std::vector<Row> many, all;
  for (int at = 0; at < 20'000; ++at)
    many.push_back(
        {std::to_string(at), "a text that is long and comes again " + std::to_string(at % 5)});
  CellRows rows;
  for (const std::vector<Row>* each : {&few, &many, &few, &many}) {
    CellRows others;
    for (const Row& row : *each) add(others, row);
    rows.append(others);
    add(rows, {"between"});
    all.insert(all.end(), each->begin(), each->end());
    all.push_back({"between"});
  }
  CHECK(holds(rows, all));
}
