#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/hash.h"
#include "grouped_rows.h"

using namespace yokoten;
using namespace std::string_literals;

namespace {

const std::vector<std::size_t> pieces = {1, 2, 3, 7, 64, 100'000};

/// Each file in pieces of many sizes, by one thread and by three.
void check_as_ordinary(const std::string& bytes, const SourceText& text = grouped_source()) {
  const GroupedLater later(bytes, text);
  for (const int number : {1, 3}) {
    set_threads(number);
    for (const std::size_t piece : pieces) {
      const GroupedRead read(bytes, text, piece);
      INFO(bytes);
      INFO("piece ", piece, ", threads ", number);
      CHECK(read.cells() == later.cells);
      CHECK(read.words() == later.words);
      CHECK(read.read.sha256 == sha256(bytes));
    }
  }
  set_threads(0);
}

const std::string first_lines = "k,v\n";

}  // namespace

TEST_CASE("rows with the same text become one at the place of the first") {
  const GroupedRead read("k,v\na,1\nb,2\na,3\n", grouped_source());
  CHECK(read.cells() == "2:[a][4][2]3:[b][2][1]");
  CHECK(read.words().empty());
  REQUIRE(read.read.table);
  CHECK(read.read.table->header() == std::vector<std::string>{"k", "v", "n"});
  CHECK(read.read.table->rows_behind(0) == 2);
  CHECK(read.read.table->place(1, 1).column == 2);
}

TEST_CASE("a group whose cell has a reason for no figure has the first one") {
  CHECK(GroupedRead("k,v\na,1\na,-\na,\n", grouped_source()).cells() == "2:[a][-][3]");
  CHECK(GroupedRead("k,v\na,1\na,\na,-\n", grouped_source(), 1).cells() == "2:[a][][3]");
}

TEST_CASE("decimals and signs and thousands are added up exactly") {
  CHECK(GroupedRead("k,v\na,0.1\na,\"1,000\"\na,△0.30\n", grouped_source()).cells() ==
        "2:[a][999.80][3]");
}

TEST_CASE("a sum with a bound is one") {
  CHECK(GroupedRead("k,v\na,90以上\na,5\n", grouped_source()).cells() == "2:[a][95以上][2]");
}

TEST_CASE("symbols of digits are no numbers") {
  SourceText text = grouped_source();
  text.source.symbols["999"] = "not_reported";
  CHECK(GroupedRead("k,v\na,1\na,999\nb,9\n", text).cells() == "2:[a][999][2]4:[b][9][1]");
}

TEST_CASE("a total of more than 18 digits is told at the first row of its group") {
  const GroupedRead read("k,v\nb,1\na,999999999999999999\na,1\n", grouped_source());
  CHECK(read.cells().empty());
  CHECK(read.words() ==
        "raw/a.csv:3:2: error sum.too_large the sum of 2 rows, this the first, "
        "has more than 18 digits; check the unit\n");
}

TEST_CASE("only rows that are asked for are added up") {
  SourceText text = grouped_source();
  text.source.only = {{"m", {"x", "y"}}};
  CHECK(GroupedRead("k,v,m\na,1,x\na,2,z\na,4, y\n", text).cells() == "2:[a][5][2]");
}

TEST_CASE("without a heading that is named there is no table but the headings of the file") {
  const GroupedRead read("k,w\na,1\n", grouped_source());
  CHECK(!read.read.table);
  CHECK(read.read.header == std::vector<std::string>{"k", "w"});
}

TEST_CASE("files are read as the ordinary reader does") {
  for (const std::string& bytes : {""s,
                                   "\n"s,
                                   "k,v"s,
                                   first_lines,
                                   first_lines + "\n\na,1\n\n"s,
                                   "\xef\xbb\xbf"s + first_lines + "a,1\n"s,
                                   "k,v\r\na,1\r\n\r\nb,2\r\na,3"s,
                                   "k,v\ra,1\rb,2\r\ra,4\r"s,
                                   first_lines + "\"a\nb\",1\n\"a\nb\",2\n"s,
                                   first_lines + "\"a\"\"b\",1\n"s,
                                   first_lines + "a\"b,1\nc,2\n"s,
                                   first_lines + "a,1\n\"b,2\nc,3\n"s,
                                   first_lines + "a,1,2\nb\nc,3\n"s,
                                   first_lines + "a,x\nb,1\nc,約5\n"s,
                                   first_lines + "a,1\nb\0,2\n"s,
                                   first_lines + "a,1\nb\xff,2\n"s,
                                   first_lines + "a,1\n\xee\x80\x80,2\nb\xee\x80\x81,3\n"s,
                                   "k,k\na,1\n"s,
                                   "k,\na,1\n"s,
                                   " k , v\n a b ,\t1\n"s,
                                   first_lines + ",1\n , \n,2\n"s,
                                   "k,v\n\x8b\x8f\x91\xee,1\n\x8b\x8f\x91\xee,2\n"s,
                                   "\xff\xfek\0,\0v\0\n\0a\0,\0"
                                   "1\0\n\0"s})
    check_as_ordinary(bytes);
}

TEST_CASE("headings in other rows and rows that are left out are known") {
  SourceText text = grouped_source();
  text.form.header = {2};
  check_as_ordinary("title\nk,v\na,1\na,2\n", text);
  text.form.skip = {{4, 4}, {6, 1'000}};
  check_as_ordinary("title\nk,v\na,1\nnote\na,2\nb,3\nnote,\n", text);
  text.form.skip.clear();
  text.form.range = {2, 1, 4, 2};
  check_as_ordinary("title\nk,v,w\na,1,x\na,2\nnote\n", text);
}

TEST_CASE("other encodings are decoded") {
  SourceText text = grouped_source();
  text.form.encoding = Encoding::cp932;
  check_as_ordinary("k,v\n\x8b\x8f,1\n\x8b\x8f,2\n", text);
  check_as_ordinary("k,v\n\x8b\x8f,1\n\x8b,2\n\xfc\xff,3\n", text);
}

TEST_CASE("random files are read as the ordinary reader does") {
  std::mt19937 random(10);
  const std::vector<std::string> parts = {"a",  "b",        "1",  "22", "0.5", "-",    ",",
                                          ",",  ",",        "\n", "\n", "\n",  "\r\n", "\r",
                                          "\"", "\"a\nb\"", " ",  "居", "\t"};
  const std::vector<std::string> rare = {"\0"s, "\xff"s, "\xee\x80\x80"s, "\xef\xbb\xbf"s,
                                         "\"\"\""s};
  for (int round = 0; round < 300; ++round) {
    std::string bytes = first_lines;
    // Half of them rows of two cells, into which the rest of the parts is put now and then.
    const bool rows = round % 2 == 0;
    for (std::size_t at = random() % 40; at > 0; --at) {
      if (rows)
        bytes += (random() % 3 == 0 ? "\"b\n\"," : "a,") + std::to_string(random() % 9) + "\n";
      if (!rows || random() % 40 == 0) bytes += parts[random() % parts.size()];
      if (random() % 400 == 0) bytes += rare[random() % rare.size()];
    }
    check_as_ordinary(bytes);
  }
}

TEST_CASE("a file that can't be held is read in pieces whatever is wrong with it") {
  const TableLimits none{.bytes = 0};
  const SourceText text = grouped_source();
  CHECK(GroupedRead("k,v\na,1\nb,2\na,3\n", text, 4, none).cells() == "2:[a][4][2]3:[b][2][1]");
  for (const std::string& bytes :
       {first_lines + "a,1\nb,2\na\"b,3\n"s, first_lines + "a,1\nb\nc,1,2\n"s,
        first_lines + "a,1\n\nb,x\n"s, first_lines + "a,1\n\"b\nc\",2\n\xee\x80\x80,3\n"s})
    CHECK(GroupedRead(bytes, text, 4, none).words() == GroupedLater(bytes, text).words);
}

TEST_CASE("a byte that is no UTF-8 is told at its cell also where the file can't be held") {
  const TableLimits none{.bytes = 10};
  CHECK(GroupedRead("k,v\na,1\n\"b\nc\",2\na,\xff\n", grouped_source(), 4, none).words() ==
        "raw/a.csv:4:2: error table.encoding here stands what is no UTF-8; a file of more than 10 "
        "bytes whose rows are added up by group has to be\n");
  SourceText text = grouped_source();
  text.form.encoding = Encoding::cp932;
  CHECK(GroupedRead("k,v\na,1\na,2\na,3\na,4\na,5\n", text, 4, none).words() ==
        "raw/a.csv: error table.limit group reads files that are no UTF-8 up to 10 bytes\n");
}

TEST_CASE("more rows or groups than there may be are refused") {
  const SourceText text = grouped_source();
  CHECK(GroupedRead("k,v\na,1\na,2\na,3\n", text, 4, {}, 3).words() ==
        "raw/a.csv:4:1: error table.limit more than 3 rows\n");
  CHECK(GroupedRead("k,v\na,1\na,2\n", text, 4, {}, 3).words().empty());
  const TableLimits two{.rows = 2};
  CHECK(GroupedRead("k,v\na,1\nb,2\na,3\nc,4\n", text, 4, two).words() ==
        "raw/a.csv:5: error table.limit the rows make more than 2 groups; name fewer columns in "
        "by\n");
  CHECK(GroupedRead("k,v\na,1\nb,2\na,3\n", text, 4, two).words().empty());
}

TEST_CASE("a row longer than any may be is refused") {
  const std::string long_cell(3000, 'x');
  const SourceText text = grouped_source();
  const TableLimits large{.bytes = 0};
  CHECK(GroupedRead(first_lines + long_cell + ",1\n" + long_cell + ",2\n", text, 512, large)
            .words()
            .empty());
  CHECK(GroupedRead(first_lines + long_cell + "," + long_cell + ",1\n", text, 512, large).words() ==
        "raw/a.csv:2: error table.limit the row has more than 4096 bytes\n");
}

TEST_CASE("a file that can't be read to its end makes no table") {
  /// Fails behind its first bytes.
  struct Broken final : DiskFile {
    std::uint64_t size() const override { return 100; }
    std::optional<std::size_t> read(std::uint64_t from, std::span<char> into) const override {
      return from > 0 ? std::nullopt
                      : std::optional(std::string("k,v\na,1\nb,").copy(into.data(), into.size()));
    }
  };
  const SourceText text = grouped_source();
  Findings findings;
  const GroupedTable read =
      read_grouped(Broken(), {.path = GroupedRead::path, .text = text, .piece = 8}, findings);
  CHECK_FALSE(read.table);
  CHECK(read.sha256.empty());
  // The disk tells what it could not read.
  CHECK(findings.empty());
}

TEST_CASE("of many cells that are no numbers the first fifty are told") {
  std::string bytes = first_lines;
  for (int row = 0; row < 60; ++row) bytes += "a,x\n";
  const std::string words = GroupedRead(bytes, grouped_source()).words();
  CHECK(words.find("raw/a.csv:51:2: error cell.number") != std::string::npos);
  CHECK(words.find("raw/a.csv:52:2:") == std::string::npos);
  CHECK(words.find("raw/a.csv: error cell.number 10 more cells are no numbers\n") !=
        std::string::npos);
}
