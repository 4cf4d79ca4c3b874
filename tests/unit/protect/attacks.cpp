#include "unit/protect/attacks.h"

#include <algorithm>
#include <cstdint>

namespace yokoten {
namespace {

constexpr std::int64_t kPrime = 2147483629;
constexpr std::int64_t kBoundless = INT64_C(1) << 50;
constexpr int kRounds = 60;

std::int64_t power(std::int64_t base, std::int64_t exponent) {
  std::int64_t result = 1;
  for (; exponent > 0; exponent /= 2, base = base * base % kPrime)
    if (exponent % 2 == 1) result = result * base % kPrime;
  return result;
}

using Matrix = std::vector<std::vector<std::int64_t>>;

/// Brings the matrix into reduced echelon form.
void reduce(Matrix& rows, std::size_t columns) {
  std::size_t done = 0;
  for (std::size_t column = 0; column < columns && done < rows.size(); ++column) {
    const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                    [&](const auto& row) { return row[column] != 0; });
    if (pivot == rows.end()) continue;
    std::swap(*pivot, rows[done]);
    const std::int64_t inverse = power(rows[done][column], kPrime - 2);
    for (auto& factor : rows[done]) factor = factor * inverse % kPrime;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const std::int64_t times = row == done ? 0 : rows[row][column];
      if (times == 0) continue;
      for (std::size_t at = 0; at < columns; ++at)
        rows[row][at] = ((rows[row][at] - times * rows[done][at]) % kPrime + kPrime) % kPrime;
    }
    ++done;
  }
}

}  // namespace

std::vector<int> given_away_by_elimination(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<int> unknown, column_of(cells.cells.size(), -1);
  for (std::size_t at = 0; at < cells.cells.size(); ++at)
    if (hidden[at]) {
      column_of[at] = static_cast<int>(unknown.size());
      unknown.push_back(static_cast<int>(at));
    }
  Matrix rows;
  for (const Relation& relation : cells.relations) {
    std::vector<std::int64_t> row(unknown.size());
    for (const auto& [cell, factor] : relation)
      if (const int column = column_of[static_cast<std::size_t>(cell)]; column >= 0)
        row[static_cast<std::size_t>(column)] = (factor + kPrime) % kPrime;
    rows.push_back(std::move(row));
  }
  reduce(rows, unknown.size());
  std::vector<int> found;
  for (const auto& row : rows)
    if (std::count_if(row.begin(), row.end(), [](std::int64_t factor) { return factor != 0; }) == 1)
      found.push_back(unknown[static_cast<std::size_t>(
          std::find_if(row.begin(), row.end(), [](std::int64_t factor) { return factor != 0; }) -
          row.begin())]);
  return found;
}

std::vector<int> narrowed_by_bounds(const Cells& cells, const std::vector<char>& hidden) {
  std::vector<std::int64_t> low, high;
  for (std::size_t at = 0; at < cells.cells.size(); ++at) {
    low.push_back(hidden[at] ? cells.cells[at].least : cells.cells[at].value);
    high.push_back(hidden[at] ? kBoundless : cells.cells[at].value);
  }
  const auto tighten = [&](const Relation& relation, std::size_t which) {
    std::int64_t least = 0, most = 0;  // of the others, times their factors
    for (std::size_t at = 0; at < relation.size(); ++at) {
      if (at == which) continue;
      const auto cell = static_cast<std::size_t>(relation[at].first);
      const int factor = relation[at].second;
      least += factor > 0 ? low[cell] * factor : high[cell] * factor;
      most += factor > 0 ? high[cell] * factor : low[cell] * factor;
    }
    const auto own = static_cast<std::size_t>(relation[which].first);
    const bool plus = relation[which].second > 0;  // factors are 1 and -1 here
    low[own] = std::max(low[own], plus ? -most : least);
    high[own] = std::min(high[own], plus ? -least : most);
  };
  for (int round = 0; round < kRounds; ++round)
    for (const Relation& relation : cells.relations)
      for (std::size_t at = 0; at < relation.size(); ++at) tighten(relation, at);
  std::vector<int> found;
  for (std::size_t at = 0; at < cells.cells.size(); ++at) {
    const Cell& cell = cells.cells[at];
    if (hidden[at] && cell.sensitive && (low[at] > cell.low || high[at] < cell.high))
      found.push_back(static_cast<int>(at));
  }
  return found;
}

}  // namespace yokoten
