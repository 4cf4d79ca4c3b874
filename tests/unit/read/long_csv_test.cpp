#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/threads.h"
#include "read/csv_table.h"
#include "table_cells.h"

using namespace yokoten;

namespace {

/// What came of reading some bytes by so many threads.
struct LongRead {
  Findings findings;
  std::optional<Table> table;

  LongRead(std::string_view bytes, int number, const TableLimits& limits) {
    set_threads(number);
    table = read_csv(bytes, "raw/long.csv", findings, limits);
    set_threads(0);
  }

  std::string words() const {
    std::string all;
    for (const Finding& each : findings) all += to_line(each, Language::en) + '\n';
    return all;
  }
};

/// Several threads have to read what one does.
LongRead read_alike(std::string_view bytes, const TableLimits& limits = {}) {
  LongRead alone(bytes, 1, limits);
  for (const int number : {2, 5}) {
    const LongRead read(bytes, number, limits);
    CHECK(read.table.has_value() == alone.table.has_value());
    CHECK((cells_of(read.table) == cells_of(alone.table)));
    CHECK(read.words() == alone.words());
  }
  return alone;
}

/// Two megabytes of rows with short texts and long ones that come again, and lines without text.
std::string long_file(std::string_view line_end = "\n") {
  std::string text = "city,note,count" + std::string(line_end);
  for (int row = 0; row < 40'000; ++row) {
    text += "city " + std::to_string(row % 1000) + ",a note that is long and comes again " +
            std::to_string(row % 7) + ',' + std::to_string(row) + std::string(line_end);
    if (row % 5000 == 17) text += line_end;
  }
  return text;
}

}  // namespace

TEST_CASE("several threads read a long file as one does") {
  for (const std::string_view line_end : {"\n", "\r\n", "\r"}) {
    const LongRead read = read_alike(long_file(line_end));
    REQUIRE(read.table);
    CHECK(read.table->rows() == 40'000);
    CHECK(read.table->place(39'999, 2) == Place{"raw/long.csv", 40'009, 3});
    CHECK(read.table->cell(39'999, 1) == "a note that is long and comes again 1");
  }
  CHECK(read_alike(long_file() + "the,last,line").table->rows() == 40'001);
  CHECK(read_alike(",b,c\n" + long_file()).words().find("table.corner") != std::string::npos);
}

TEST_CASE("several threads say of a long file what one says") {
  CHECK(read_alike(long_file() + "too,few\n").words().find("long.csv:40010:3") !=
        std::string::npos);
  CHECK(read_alike(long_file() + "\"quoted, too\",2,3\n").table->rows() == 40'001);
  CHECK(read_alike(long_file() + "\"open,2,3\n").words().find("error") != std::string::npos);
  TableLimits few;
  few.rows = 40'008;
  CHECK(read_alike(long_file(), few).words().find("table.limit") != std::string::npos);
  few.rows = 40'009;
  CHECK(read_alike(long_file(), few).words().empty());
  few.cells = 100'000;
  CHECK(read_alike(long_file(), few).words().find("long.csv:33") != std::string::npos);
}
