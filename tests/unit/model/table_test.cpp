#include "model/table.h"

#include <doctest/doctest.h>

using namespace yokoten;

TEST_CASE("a cell keeps the place that it has in the file") {
  Table table("raw/a.csv", {"県", "件数"});
  table.add_row({"鳥取県", "12"}, 2);
  table.add_row({"島根県", ""}, 5);
  CHECK(table.place(1, 1) == Place{"raw/a.csv", 5, 2});
  CHECK(table.heading_place(1) == Place{"raw/a.csv", 1, 2});
  CHECK(table.cell(1, 0) == "島根県");
  CHECK(table.cell(1, 1) == "");
}

TEST_CASE("a replaced cell leaves its neighbours alone") {
  Table table("a", {"x", "y"});
  table.add_row({"1", "2"}, 2);
  table.add_row({"3", "4"}, 3);
  table.replace(0, 1, "longer than before");
  CHECK(table.cell(0, 0) == "1");
  CHECK(table.cell(0, 1) == "longer than before");
  CHECK(table.cell(1, 0) == "3");
}

TEST_CASE("a column is found by its whole heading") {
  const Table table("a", {"件数", "累計件数"});
  CHECK(table.column("累計件数") == 1);
  CHECK_FALSE(table.column("累計"));
}

TEST_CASE("rows are found by their line in the file, whatever lines are left out") {
  Table table("a", {"x"});
  for (const int line : {2, 3, 4, 7, 8, 20}) table.add_row({std::to_string(line)}, line);
  for (int row = 0; row < table.rows(); ++row) {
    CHECK(std::to_string(table.file_row(row)) == table.cell(row, 0));
    CHECK(table.row_at(table.file_row(row)) == row);
  }
  for (const int line : {1, 5, 6, 9, 19, 21}) CHECK_FALSE(table.row_at(line));
}

TEST_CASE("a column that is added is empty in the rows so far") {
  Table table("a", {"x"});
  table.add_row({"1"}, 2);
  table.add_column("y");
  table.add_row({"2", "3"}, 3);
  CHECK(table.cell(0, 1) == "");
  CHECK(table.cell(1, 1) == "3");
}

namespace {

/// So many rows that their columns have codes, with one cell of its own.
Table long_table(std::string_view odd, int at) {
  constexpr int rows = 60'000;
  Table table("a", {"県", "件数"});
  for (int row = 0; row < rows; ++row) {
    const std::string number = std::to_string(row % 977);
    table.add_row({row % 2 == 0 ? "鳥取県" : "島根県", row == at ? odd : std::string_view(number)},
                  row + 2);
  }
  table.settle();
  return table;
}

bool is_word(std::string_view cell) {
  return cell.empty() || cell.front() < '0' || cell.front() > '9';
}

}  // namespace

TEST_CASE("of a long column of numbers no cell is looked at one by one") {
  const Table table = long_table("5", 100);
  int asked = 0;
  CHECK_FALSE(table.may_have(1, [&](std::string_view cell) { return ++asked, is_word(cell); }));
  CHECK(asked < 20'000);
}

TEST_CASE("one cell among many tells that a column may have such, wherever it stands") {
  for (const int at : {0, 1, 20'000, 59'999}) CHECK(long_table("x", at).may_have(1, is_word));
}

TEST_CASE("an empty cell among many is one that a column may have") {
  for (const int at : {0, 31'000, 59'999}) CHECK(long_table("", at).may_have(1, is_word));
}

TEST_CASE("a text that was put in place of a cell is one that a column may have") {
  Table table = long_table("5", 100);
  table.replace(41'000, 1, "x");
  CHECK(table.may_have(1, is_word));
  CHECK_FALSE(table.may_have(0, [](std::string_view cell) { return cell == "x"; }));
}

TEST_CASE("a column that was added to rows may have empty cells") {
  Table table = long_table("5", 100);
  table.add_column("y");
  CHECK(table.may_have(2, is_word));
}
