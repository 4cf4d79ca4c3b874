#include "read/csv_records.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace yokoten;

namespace {

/// What comes of some bytes: the rows, and where and why they end.
std::string split(const std::string& bytes, char delimiter, const TableLimits& limits) {
  std::string text;
  CsvRecords records(limits, delimiter, [&](const std::vector<std::string_view>& cells, int row) {
    text += std::to_string(row) + ':';
    for (const std::string_view cell : cells) text += '[' + std::string(cell) + ']';
  });
  const auto stop = records.run(bytes);
  return text + " stop " + std::to_string(static_cast<int>(stop)) + " at " +
         std::to_string(records.row()) + ':' + std::to_string(records.column());
}

/// The same where a quoted cell in a row of its own makes libcsv read all of it. That row is taken
/// away again.
std::string split_by_libcsv(std::string bytes, char delimiter, const TableLimits& limits) {
  const bool ends = bytes.ends_with('\n') || bytes.ends_with('\r') || bytes.empty();
  bytes += ends ? "\"q\"" : "\n\"q\"";
  std::string text = split(bytes, delimiter, limits);
  const std::size_t last = text.rfind("[q]");
  if (last == std::string::npos) return text;
  const std::size_t begin = text.find_last_of(']', last - 1);
  const std::size_t number = begin == std::string::npos ? 0 : begin + 1;
  return text.substr(0, number) + " stop 0 at " +
         text.substr(number, text.find(':', number) - number) + ":1";
}

}  // namespace

TEST_CASE("bytes without quotes are split as libcsv splits them") {
  std::mt19937 random(4);
  const std::vector<std::string> parts = {"a",  "bc",   "居", ",", ",",  "\n",
                                          "\n", "\r\n", "\r", " ", "\t", "-"};
  const TableLimits narrow{.cell = 3, .columns = 3, .rows = 5};
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (std::size_t at = random() % 30; at > 0; --at) bytes += parts[random() % parts.size()];
    // A last row without line end that holds blanks only is none; here it would become one.
    while (bytes.ends_with(' ') || bytes.ends_with('\t')) bytes.pop_back();
    for (const char delimiter : {',', '\t'}) {
      INFO(bytes);
      CHECK(split(bytes, delimiter, {}) == split_by_libcsv(bytes, delimiter, {}));
      const std::string wanted = split_by_libcsv(bytes, delimiter, narrow);
      // The row that is added may be one too many.
      if (wanted.find("stop 4") == std::string::npos)
        CHECK(split(bytes, delimiter, narrow) == wanted);
    }
  }
}

TEST_CASE("a last line of blanks is no row") {
  CHECK(split("a\n  ", ',', {}) == "1:[a] stop 0 at 2:1");
  CHECK(split("a\n,", ',', {}) == "1:[a] stop 0 at 3:1");
  CHECK(split("a\n ,b", ',', {}) == "1:[a]2:[][b] stop 0 at 3:1");
}

TEST_CASE("a row too many is refused where it begins") {
  const TableLimits two{.rows = 2};
  CHECK(split("a\nb\nc\n", ',', two) == "1:[a]2:[b] stop 4 at 3:1");
  CHECK(split("a\nb\n\n", ',', two) == "1:[a]2:[b] stop 4 at 3:1");
}
