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
