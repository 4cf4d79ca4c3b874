#include "protect/span.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace yokoten {
namespace {

// Ranks are taken modulo a prime: one lower than it should be is as good as impossible.
constexpr std::int64_t kPrime = 1000000007;

using Rows = std::vector<std::vector<std::int64_t>>;

std::int64_t inverse(std::int64_t number) {
  std::int64_t result = 1;
  for (std::int64_t power = kPrime - 2; power > 0; power /= 2) {
    if (power % 2 == 1) result = result * number % kPrime;
    number = number * number % kPrime;
  }
  return result;
}

void clear_below(Rows& rows, std::size_t pivot, std::size_t column) {
  const std::int64_t scale = inverse(rows[pivot][column]);
  for (std::size_t row = pivot + 1; row < rows.size(); ++row) {
    const std::int64_t times = rows[row][column] * scale % kPrime;
    if (times == 0) continue;
    for (std::size_t at = column; at < rows[row].size(); ++at)
      rows[row][at] = (rows[row][at] + (kPrime - times) * rows[pivot][at]) % kPrime;
  }
}

int rank(Rows rows) {
  std::size_t done = 0;
  const std::size_t columns = rows.empty() ? 0 : rows.front().size();
  for (std::size_t column = 0; column < columns && done < rows.size(); ++column) {
    const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                    [&](const auto& row) { return row[column] != 0; });
    if (pivot == rows.end()) continue;
    std::swap(*pivot, rows[done]);
    clear_below(rows, done, column);
    ++done;
  }
  return static_cast<int>(done);
}

}  // namespace

bool is_in_span(const std::vector<std::vector<int>>& users, int wanted) {
  int sums = 0;
  for (const auto& each : users)
    for (const int sum : each) sums = std::max(sums, sum + 1);
  Rows rows(static_cast<std::size_t>(sums), std::vector<std::int64_t>(users.size()));
  for (std::size_t at = 0; at < users.size(); ++at)
    for (const int sum : users[at]) rows[static_cast<std::size_t>(sum)][at] = 1;
  const int before = rank(rows);
  rows.emplace_back(users.size())[static_cast<std::size_t>(wanted)] = 1;
  return rank(std::move(rows)) == before;
}

}  // namespace yokoten
