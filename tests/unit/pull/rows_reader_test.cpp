#include <doctest/doctest.h>

#include "pull/rows_reader.h"

using namespace yokoten;

namespace {

struct Read {
  std::string csv;
  RowsReader reader{"", 1000};
  RowsReader::State state = RowsReader::State::fine;

  /// In pieces of `step` bytes.
  explicit Read(const std::string& text, std::size_t step = 1U << 20U) {
    for (std::size_t at = 0; at < text.size() && state == RowsReader::State::fine; at += step)
      state = reader.add(std::string_view(text).substr(at, step), csv);
    if (state == RowsReader::State::fine) state = reader.finish();
  }
};

RowsReader::State state_of(const std::string& text) { return Read(text).state; }

constexpr auto rows_fine = RowsReader::State::fine;
constexpr auto rows_broken = RowsReader::State::broken;
constexpr auto rows_refused = RowsReader::State::refused;

}  // namespace

TEST_CASE("an answer of ClickHouse becomes CSV, however it is cut on its way") {
  const std::string text =
      "n\tname\tday\nNullable(Int64)\tLowCardinality(Nullable(String))\tDate\n"
      "9223372036854775807\ta\\tb\\\\\"\\n\t2024-02-29\n\\N\t\\N\t2024-03-01\n-1\t\t2024-03-02\n";
  for (const std::size_t step : {1U, 2U, 3U, 7U, 1000U}) {
    const Read read(text, step);
    CHECK(read.state == rows_fine);
    CHECK(read.csv ==
          "n,name,day\n9223372036854775807,\"a\tb\\\"\"\n\",2024-02-29\n,,2024-03-01\n"
          "-1,\"\",2024-03-02\n");
    CHECK(read.reader.rows() == 3);
    CHECK(read.reader.columns() == std::vector<std::string>{"n Nullable(Int64)",
                                                            "name LowCardinality(Nullable(String))",
                                                            "day Date"});
  }
}

TEST_CASE("an answer that does not fit its headings is broken") {
  CHECK(state_of("a\tb\nInt64\tInt64\n1\t2\n") == rows_fine);
  CHECK(state_of("a\tb\nInt64\tInt64\n1\n") == rows_broken);
  CHECK(state_of("a\tb\nInt64\tInt64\n1\t2\t3\n") == rows_broken);
  CHECK(state_of("a\tb\nInt64\n") == rows_broken);
  CHECK(state_of("a\n1\n2\n") == rows_broken);
  CHECK(state_of("a\nInt64\n1") == rows_broken);
  CHECK(state_of("a\n") == rows_broken);
  CHECK(state_of("") == rows_broken);
  CHECK(state_of("a\nInt64\nx\n") == rows_broken);
  CHECK(state_of("a\nDate\n1\n") == rows_broken);
  CHECK(state_of("a\nFloat64\nnan\n") == rows_fine);
}

TEST_CASE("an error of the server is found wherever it stands") {
  const std::string error = "Code: 241, e.displayText() = DB::Exception: Memory\nStack trace: 0\n";
  for (const std::string before :
       {"", "a\n", "a\nString\n", "a\nString\nx\n", "a\nString\nx", "a\tb\nString\tString\nx\t"}) {
    for (const std::size_t step : {1U, 1000U}) {
      const Read read(before + error, step);
      CHECK(read.state == rows_refused);
      CHECK(read.reader.refusal().starts_with("Code: 241, e.displayText()"));
    }
  }
  CHECK(state_of("a\nString\nCode: 241. DB::Exception: Memory\n") == rows_refused);
  CHECK(state_of("a\nString\nCode: 241 of a street\nCode: x\nCode: 7\n") == rows_fine);
}

TEST_CASE("more rows than the limit are not taken") {
  std::string out;
  RowsReader reader("", 2);
  CHECK(reader.add("a\nInt64\n1\n2\n", out) == rows_fine);
  CHECK(reader.add("3\n", out) == RowsReader::State::too_many);
}

TEST_CASE("types are told apart by what they need in a file") {
  for (const char* type : {"Int8", "UInt64", "Decimal(18, 2)", "Nullable(Float64)"})
    CHECK(shape_of_clickhouse(type) == ColumnShape::number);
  for (const char* type : {"Date", "Nullable(DateTime)", "DateTime64(3)"})
    CHECK(shape_of_clickhouse(type) == ColumnShape::moment);
  for (const char* type : {"String", "Enum8('a' = 1)", "IntervalDay", "Array(Int8)", "UUID"})
    CHECK(shape_of_clickhouse(type) == ColumnShape::text);
  for (const char* type : {"bigint", "numeric", "numeric(10,2)", "double precision"})
    CHECK(shape_of_postgres(type) == ColumnShape::number);
  CHECK(shape_of_postgres("timestamp with time zone") == ColumnShape::moment);
  for (const char* type : {"text", "integer[]", "character varying(3)", "boolean"})
    CHECK(shape_of_postgres(type) == ColumnShape::text);
}
