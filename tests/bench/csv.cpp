// Reads a large CSV into a Table and lets libcsv alone go through the same bytes, in turn, and
// prints both as one line of JSON: `bench_csv ROWS ROUNDS`.
#include <csv.h>
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include "read/csv_table.h"

namespace {

using namespace yokoten;
using Clock = std::chrono::steady_clock;

std::string made_csv(int rows) {
  std::string bytes = "都道府県,市町村,時点,事業所件数,申請率\n";
  for (int row = 0; row < rows; ++row)
    bytes += fmt::format("鳥取県,見本{}町,2024-09-13,{},\"{}.{}\"\n", row % 1741, row * 7919 % 5000,
                         row % 100, row % 10);
  return bytes;
}

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Seen {
  std::size_t cells = 0, rows = 0;
};

double libcsv_alone(const std::string& bytes, Seen& seen) {
  const auto start = Clock::now();
  csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
  const auto on_cell = [](void*, std::size_t, void* to) { ++static_cast<Seen*>(to)->cells; };
  const auto on_row = [](int, void* to) { ++static_cast<Seen*>(to)->rows; };
  csv_parse(&parser, bytes.data(), bytes.size(), on_cell, on_row, &seen);
  csv_fini(&parser, on_cell, on_row, &seen);
  csv_free(&parser);
  return milliseconds_since(start);
}

double into_table(const std::string& bytes, Seen& seen) {
  const auto start = Clock::now();
  Findings findings;
  const auto table = read_csv(bytes, "made.csv", findings);
  if (!table) std::exit(1);
  seen.rows += static_cast<std::size_t>(table->rows());
  return milliseconds_since(start);
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

}  // namespace

int main(int count, char** words) {
  const int rows = count > 1 ? std::atoi(words[1]) : 1'000'000;
  const int rounds = count > 2 ? std::atoi(words[2]) : 5;
  const std::string bytes = made_csv(rows);
  std::vector<double> alone, table;
  Seen by_libcsv, by_table;
  for (int round = 0; round < rounds; ++round) {
    alone.push_back(libcsv_alone(bytes, by_libcsv));
    table.push_back(into_table(bytes, by_table));
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(
      "{{\"rows\": {}, \"bytes\": {}, \"libcsv_ms\": {:.0f}, \"table_ms\": {:.0f}, \"ratio\": "
      "{:.2f}, \"most_kib\": {}}}\n",
      by_table.rows / static_cast<std::size_t>(rounds), bytes.size(), median(alone), median(table),
      median(table) / median(alone), usage.ru_maxrss);
}
