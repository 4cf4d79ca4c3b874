#include "base/threads.h"
#include "unit/measure/measuring.h"

using namespace yokoten;

namespace {

constexpr int row_count = 50'000;

/// A table that is long enough to be read in parts: rows of two prefectures, by item and month.
struct LongTable : Measuring {
  explicit LongTable(int threads) {
    set_threads(threads);
    Source& made = source("long", {"都道府県", "月", "費目", "円"}, {});
    made.period_column = "月";
    made.breakdown = {{"item", "費目"}};
    made.measures = {{"yen", "円"}};
    for (int row = 0; row < row_count; ++row) add(row, row);
  }
  ~LongTable() { set_threads(0); }
  LongTable(const LongTable&) = delete;
  LongTable& operator=(const LongTable&) = delete;

  static std::string month(int row) {
    return std::to_string(2000 + row / 12 % 20) + (row % 12 < 9 ? "-0" : "-") +
           std::to_string(row % 12 + 1);
  }
  static std::string item(int row) { return "item " + std::to_string(row / 480); }

  void add(int row, int yen) {
    const std::string when = month(row), what = item(row), count = std::to_string(yen);
    publication.tables.back().add_row({row / 240 % 2 == 0 ? "鳥取県" : "島根県", when, what, count},
                                      publication.tables.back().rows() + 2);
  }

  /// Facts as words, and the periods and parts in the order of their ids.
  std::string words() const {
    std::string all;
    for (const Fact& fact : measured.facts.all())
      all += fmt::format("{} {} {} {} {} {}\n", fact.row, fact.area, fact.period, fact.breakdown,
                         to_text(*fact.value), fact.column);
    for (int id = 0; id < measured.cube.periods(); ++id)
      all += to_text(measured.cube.period(id)) + '\n';
    for (const Parts& parts : measured.parts)
      all += parts.empty() ? "-\n" : parts.front().first + '=' + parts.front().second + '\n';
    for (const Finding& each : findings) all += to_line(each, Language::en) + '\n';
    return all;
  }
};

}  // namespace

TEST_CASE("facts of a long table stand in the order of its rows, however many threads read it") {
  LongTable read(3);
  read.measure();
  REQUIRE(read.measured.facts.size() == row_count);
  CHECK(read.findings.empty());
  bool all_right = true;
  for (int row = 0; row < row_count; ++row) {
    const Fact fact = read.measured.facts[static_cast<std::size_t>(row)];
    const Parts& parts = read.measured.parts[static_cast<std::size_t>(fact.breakdown)];
    all_right = all_right && fact.row == row && fact.value->mantissa == row &&
                to_text(read.measured.cube.period(fact.period)) == LongTable::month(row) &&
                parts == Parts{{"item", LongTable::item(row)}};
  }
  CHECK(all_right);
  for (int id = 1; id < read.measured.cube.breakdowns(); ++id)
    CHECK(read.measured.cube.breakdown(id) == fmt::format("item=item {}", id - 1));
  LongTable alone(1);
  alone.measure();
  CHECK((alone.words() == read.words()));
}

TEST_CASE("a row of a long table that comes again far below is told once") {
  LongTable read(3);
  read.add(17, 1);
  read.add(17, 2);
  read.measure();
  CHECK(read.said("area.twice") == 2);
  CHECK(read.finding("area.twice").place == Place{"raw/long.csv", row_count + 2, 1});
  CHECK(read.finding("area.twice").message.en.find("raw/long.csv:19:1") != std::string::npos);
  CHECK(read.measured.facts.size() == row_count);
  LongTable alone(1);
  alone.add(17, 1);
  alone.add(17, 2);
  alone.measure();
  CHECK((alone.words() == read.words()));
}

TEST_CASE("what is wrong in the cells of a long table is told in the order of its rows") {
  LongTable read(3);
  read.publication.tables.back().replace(40'000, 3, "many");
  read.publication.tables.back().replace(20'000, 0, "nowhere");
  read.publication.tables.back().replace(100, 1, "once");
  read.measure();
  REQUIRE(read.findings.size() == 3);
  CHECK(read.findings[0].code == "cell.period");
  CHECK(read.findings[1].place == Place{"raw/long.csv", 20'002, 1});
  CHECK(read.findings[2].code == "cell.number");
  CHECK(read.measured.facts.size() == row_count - 3);
}
