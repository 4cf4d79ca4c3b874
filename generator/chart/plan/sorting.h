#pragma once

#include <span>
#include <vector>

#include "chart/plan/unit.h"

namespace yokoten::chart {

/// What rows are sorted by: values of a field, or numbers.
struct SortKey {
  std::vector<const Json*> values;  ///< one a row; empty where `numbers` count
  std::vector<double> numbers;
  bool descending = false;
};

SortKey key_of(const Json& rows, const Field& field, bool descending);

/// Sorts rows by several keys as Vega's comparator does; rows that tie keep their order.
void sort_rows(std::span<Row> rows, const std::vector<SortKey>& keys);

/// Whether the parts of a stack follow the explicit domain of a nominal colour, as Vega-Lite has
/// them where no order is asked for.
bool follows_colour_domain(const Unit& unit);

/// What the parts of a stack are sorted by. Rows from `written` on fill gaps.
std::vector<SortKey> stack_order(const Unit& unit, const Json& rows, std::size_t written);

}  // namespace yokoten::chart
