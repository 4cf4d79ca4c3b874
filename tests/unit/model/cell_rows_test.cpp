#include "model/cell_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
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
  if (!holds(rows, added)) return false;
  rows.settle();
  return holds(rows, added);
}

/// Rows of so many cells each, by their numbers.
template <typename Made>
std::vector<Row> made_rows(int count, const Made& made) {
  std::vector<Row> rows;
  for (int row = 0; row < count; ++row) rows.push_back(made(row));
  return rows;
}

/// What each row takes, with what stands beside the rows, in bytes.
double bytes_a_row(const std::vector<Row>& added) {
  CellRows rows;
  for (const Row& row : added) add(rows, row);
  rows.settle();
  return static_cast<double>(rows.bytes()) / static_cast<double>(added.size());
}

/// More than rows have that are coded together.
constexpr int kMany = 40'000;

std::string digits(unsigned number) { return std::to_string(number); }

/// A month's figures of an area, one kind of them a row.
Row long_row(int row) {
  const auto at = static_cast<unsigned>(row);
  const char* const kinds[] = {"link", "visit", "online", "lift"};
  return {"0" + digits(11'002 + at / 96), "2024-" + digits(10 + at / 4 % 24), kinds[at % 4],
          digits(at * 7'919 % 13'001), digits(at * 104'729 % 42'491)};
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
  CHECK(rows.bytes() <= 70'000);
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

TEST_CASE("a column of equal cells comes back") {
  CHECK(come_back(made_rows(kMany, [](int row) { return Row{"2024-04", std::to_string(row)}; })));
}

TEST_CASE("a column of many different texts comes back") {
  CHECK(come_back(
      made_rows(kMany, [](int row) { return Row{"x" + std::to_string(row * 7'919 % 30'011)}; })));
}

TEST_CASE("numbers come back as they were written") {
  CHECK(come_back(made_rows(kMany, [](int row) {
    const std::string number = std::to_string(row * 7'919 % 300'007);
    const char* const before[] = {"", "0", "-", " ", "+"};
    return Row{before[row % 7 == 0 ? row % 5 : 0] + number, "0" + number.substr(0, 3)};
  })));
}

TEST_CASE("texts between numbers come back") {
  CHECK(come_back(made_rows(kMany, [](int row) {
    const char* const marks[] = {"-", "…", "", "12.5", "100000", "x"};
    return Row{row % 11 == 0 ? marks[row / 11 % 6] : std::to_string(row % 4'001)};
  })));
}

TEST_CASE("columns that appear late are empty in the rows before") {
  CHECK(come_back(made_rows(kMany, [](int row) {
    Row cells{"2024-04", std::to_string(row % 10)};
    if (row > 20'000) cells.push_back(std::to_string(row % 3));
    if (row > 30'000) cells.push_back("late " + std::to_string(row));
    return cells;
  })));
}

TEST_CASE("long texts come back among short ones") {
  CHECK(come_back(made_rows(kMany, [](int row) {
    const std::size_t size = row % 1'000 == 0 ? 70'000 : row % 100 == 0 ? 300 : 3;
    return Row{std::to_string(row % 5), std::string(size, static_cast<char>('a' + row % 3))};
  })));
}

TEST_CASE("empty cells come back") {
  CHECK(come_back(made_rows(kMany, [](int row) {
    return row % 7 == 0 ? Row{} : Row{"", row % 3 == 0 ? "" : "a", "", std::to_string(row)};
  })));
}

TEST_CASE("sparse wide rows come back among narrow ones") {
  CHECK(come_back(made_rows(3'000, [](int row) {
    Row cells(row % 500 == 499 ? 4'000 : 200);
    cells[static_cast<std::size_t>(row % 200)] = "a text that fills the blocks and comes again";
    cells.back() = std::to_string(row);
    return cells;
  })));
}

TEST_CASE("a column whose texts begin to come again, or cease to, comes back") {
  CHECK(come_back(made_rows(3 * kMany, [](int row) {
    return Row{"of " + std::to_string(row < kMany || row > 2 * kMany ? row : row % 50),
               "an " + std::to_string(row > kMany ? row : row % 50), std::to_string(row % 7)};
  })));
}

TEST_CASE("a repetitive table takes at most twelve bytes a row") {
  CHECK(bytes_a_row(made_rows(300'000, long_row)) <= 12);
}

TEST_CASE("areas that come again each month take less than their texts") {
  CHECK(bytes_a_row(made_rows(300'000, [](int row) {
          return Row{"0" + std::to_string(11'002 + row % 1'741), std::to_string(row % 977)};
        })) <= 9);
}

TEST_CASE("long texts of which none comes again take little more than themselves") {
  CHECK(bytes_a_row(made_rows(100'000, [](int row) {
          return Row{std::string(90, 'x') + std::to_string(1'000'000 + row)};
        })) <= 105);
}

TEST_CASE("rows that hold little take little") {
  CHECK(bytes_a_row(made_rows(30'000, [](int row) {
          Row cells(100);
          for (int filled = 0; filled < 3; ++filled)
            cells[static_cast<std::size_t>(row * 7'919 + filled * 31) % 100] = std::to_string(row);
          return cells;
        })) <= 35);
}

TEST_CASE("a short table takes one block") { CHECK(bytes_a_row(made_rows(1'000, long_row)) <= 70); }

TEST_CASE("repetitive rows of others come back behind those that were there") {
  const std::vector<Row> each = made_rows(kMany, long_row);
  std::vector<Row> all;
  CellRows rows;
  for (int piece = 0; piece < 3; ++piece) {
    CellRows others;
    for (const Row& row : each) add(others, row);
    rows.append(others);
    all.insert(all.end(), each.begin(), each.end());
    for (int row = 0; row < 10'000; ++row) {
      all.push_back(long_row(row));
      add(rows, all.back());
    }
  }
  CHECK(holds(rows, all));
}

TEST_CASE("appended pieces take no more than the same rows added one by one") {
  const std::vector<Row> each = made_rows(100'000, long_row);
  CellRows rows, others;
  for (const Row& row : each) add(others, row);
  const std::size_t before = others.bytes();
  rows.append(others);
  CHECK(rows.bytes() <= before);
}

TEST_CASE("texts of a copy outlive the original") {
  auto rows = std::make_unique<CellRows>();
  for (int row = 0; row < kMany; ++row) add(*rows, long_row(row));
  std::vector<std::string_view> taken;
  rows->take(kMany - 1, taken);
  const CellRows copy = *rows;
  rows.reset();
  CHECK(Row(taken.begin(), taken.end()) == long_row(kMany - 1));
}

TEST_CASE("texts stay where they are while rows are added") {
  CellRows rows;
  std::vector<std::vector<std::string_view>> taken(kMany);
  for (std::size_t row = 0; row < kMany; ++row) {
    add(rows, long_row(static_cast<int>(row)));
    rows.take(row, taken[row]);
  }
  rows.settle();
  CHECK(std::ranges::all_of(taken, [row = 0](const auto& each) mutable {
    return Row(each.begin(), each.end()) == long_row(row++);
  }));
}

TEST_CASE("a copy of repetitive rows and its original go on apart from each other") {
  CellRows first;
  for (int row = 0; row < kMany; ++row) add(first, long_row(row));
  CellRows second = first;
  add(first, {"first"});
  add(second, {"second"});
  CHECK(first.cell(kMany, 0) == "first");
  CHECK(second.cell(kMany, 0) == "second");
  CHECK(second.cell(kMany - 1, 4) == long_row(kMany - 1)[4]);
}

TEST_CASE("random tables come back however they were put together") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned most) { return static_cast<unsigned>(random()) % most; };
    std::vector<unsigned> different(1 + below(8));
    for (unsigned& each : different) each = 1U << below(20);
    std::vector<Row> all;
    std::vector<CellRows> copies;
    std::vector<std::size_t> sizes;
    CellRows rows;
    while (all.size() < 30'000) {
      CellRows piece;
      if (below(3) == 0) different[below(8) % different.size()] = 1U << below(20);
      if (below(4) == 0) different.push_back(1U << below(10));
      for (unsigned count = below(2) == 0 ? below(20) : below(12'000); count > 0; --count) {
        Row& row = all.emplace_back();
        for (const unsigned most : different) {
          const unsigned drawn = below(most);
          row.push_back(drawn % 17 == 3 ? "" : (drawn % 5 == 1 ? "…" : "") + std::to_string(drawn));
        }
        if (below(50) == 0) row.resize(below(12));
        add(piece, row);
      }
      if (below(3) == 0) piece.settle();
      rows.append(piece);
      for (unsigned count = below(2'000); count > 0; --count) {
        all.push_back(all[below(static_cast<unsigned>(all.size() + 1)) % all.size()]);
        add(rows, Row(all.back()));
      }
      if (below(2) == 0) {
        copies.push_back(rows);
        sizes.push_back(all.size());
      }
    }
    CHECK(holds(rows, all));
    for (std::size_t copy = 0; copy < copies.size(); ++copy)
      CHECK(holds(copies[copy],
                  {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(sizes[copy])}));
  }
}
