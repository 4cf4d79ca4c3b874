#include "chart/plan/stack.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "chart/plan/grouping.h"
#include "chart/plan/sorting.h"
#include "chart/plan/value.h"

namespace yokoten::chart {

namespace {

const Field& measured_field(const Unit& unit) {
  return unit.stack.along == Measure::x ? unit.layer->encoding.x.field
                                        : unit.layer->encoding.y.field;
}

struct Ends {
  const std::vector<double>& values;
  StackedEnds& ends;

  void set(Row row, double from, double to) const {
    ends.start[row] = from;
    ends.end[row] = to;
  }

  void from_zero(std::span<const Row> group) const {
    double above = 0, below = 0;
    for (const Row row : group) {
      double& last = values[row] < 0 ? below : above;
      const double from = last;
      last += values[row];
      set(row, from, last);
    }
  }

  void centred(std::span<const Row> group, double sum, double longest) const {
    double last = (longest - sum) / 2;
    for (const Row row : group) {
      const double from = last;
      last += std::abs(values[row]);
      set(row, from, last);
    }
  }

  void normalized(std::span<const Row> group, double sum) const {
    const double scale = 1 / sum;
    double last = 0, total = 0;
    for (const Row row : group) {
      const double from = last;
      last = scale * (total += std::abs(values[row]));
      set(row, from, last);
    }
  }

  double sum_of(std::span<const Row> group) const {
    double sum = 0;
    for (const Row row : group) sum += std::abs(values[row]);
    return sum;
  }
};

void nulls_to_zero(const Unit& unit, const Json& rows, std::vector<double>& values) {
  const Field& field = measured_field(unit);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (std::isnan(values[i]) && find_value(rows[i], field) != nullptr) values[i] = 0;
}

void put_at(Json& row, const Field& field, const Json& value) {
  Json* place = &row;
  for (const std::string& step : field.steps) {
    if (!place->is_object()) *place = Json::object();
    place = &(*place)[step];
  }
  *place = value;
}

constexpr std::size_t kMostParts = 250000;

/// Which part of a stack is there at which place.
struct Grid {
  Groups parts, places, cells;
  std::vector<Row> part_row, place_row;  ///< a row of each
  std::vector<bool> there, in_cell;

  bool has(std::size_t part, std::size_t place) const { return there[part * places.count + place]; }
  bool wanted(std::size_t part, std::size_t place) const {
    return in_cell[cells.of_row[part_row[part]] * places.count + place];
  }
};

std::vector<Row> first_rows(const Groups& groups) {
  std::vector<Row> first;
  for (std::size_t row = 0; row < groups.of_row.size(); ++row)
    if (groups.of_row[row] == first.size()) first.push_back(static_cast<Row>(row));
  return first;
}

void mark_rows(Grid& grid, bool in_cell) {
  grid.there.assign(grid.parts.count * grid.places.count, false);
  grid.in_cell.assign(grid.cells.count * grid.places.count, !in_cell);
  for (std::size_t row = 0; row < grid.parts.of_row.size(); ++row) {
    grid.there[grid.parts.of_row[row] * grid.places.count + grid.places.of_row[row]] = true;
    grid.in_cell[grid.cells.of_row[row] * grid.places.count + grid.places.of_row[row]] = true;
  }
}

Json filled_row(const Unit& unit, const Json& part, const Json& place,
                const std::vector<const Field*>& shared) {
  Json row = Json::object();
  for (const Field* field : shared)
    if (const Json* value = find_value(part, *field)) put_at(row, *field, *value);
  if (const Json* value = find_value(place, *unit.stack.dimension))
    put_at(row, *unit.stack.dimension, *value);
  put_at(row, measured_field(unit), 0);
  return row;
}

/// The longest stack of every cell, or of all.
std::vector<double> longest_stacks(GroupedRows& groups, const Groups& cells, const Ends& ends) {
  std::vector<double> longest(std::max<std::size_t>(cells.count, 1), 0);
  for (std::size_t i = 0; i < groups.count(); ++i) {
    if (groups[i].empty()) continue;
    double& most = longest[cells.of_row[groups[i].front()]];
    most = std::max(most, ends.sum_of(groups[i]));
  }
  return longest;
}

}  // namespace

FilledRows with_gaps_filled(const Unit& unit, const Json& rows,
                            const std::vector<const Field*>& facets, bool in_cell) {
  FilledRows filled;
  std::vector<const Field*> shared = unit.stack.by;
  shared.insert(shared.end(), facets.begin(), facets.end());
  Grid grid;
  grid.parts = groups_of(rows, shared);
  grid.places = groups_of(rows, {unit.stack.dimension});
  grid.cells = groups_of(rows, facets);
  filled.too_many = grid.parts.count * grid.places.count > kMostParts;
  if (filled.too_many || grid.parts.count < 2) return filled;
  grid.part_row = first_rows(grid.parts);
  grid.place_row = first_rows(grid.places);
  mark_rows(grid, in_cell);
  for (std::size_t part = 0; part < grid.parts.count; ++part)
    for (std::size_t place = 0; place < grid.places.count; ++place) {
      if (grid.has(part, place) || !grid.wanted(part, place)) continue;
      if (!filled.rows) filled.rows = rows;
      filled.rows->push_back(
          filled_row(unit, rows[grid.part_row[part]], rows[grid.place_row[place]], shared));
    }
  return filled;
}

StackedEnds stacked(const Unit& unit, const Json& rows, std::size_t written,
                    std::vector<double> values, const Groups& stacks,
                    const std::vector<const Field*>& facets, bool in_cell) {
  nulls_to_zero(unit, rows, values);
  StackedEnds ends;
  ends.start.resize(values.size());
  ends.end.resize(values.size());
  const Ends writer{values, ends};
  GroupedRows groups = rows_by_group(stacks);
  const bool centred = unit.stack.offset == Stack::center;
  Groups cells;
  std::vector<double> longest;
  if (centred) {
    cells = groups_of(rows, in_cell ? facets : std::vector<const Field*>());
    longest = longest_stacks(groups, cells, writer);
  }
  const std::vector<SortKey> order = stack_order(unit, rows, written);
  for (std::size_t i = 0; i < groups.count(); ++i) {
    const std::span<Row> group = groups[i];
    if (group.empty()) continue;
    const double longest_here = centred ? longest[cells.of_row[group.front()]] : 0;
    const double sum = writer.sum_of(group);  // in the order of the data, as Vega rounds it
    if (group.size() > 1) sort_rows(group, order);
    if (unit.stack.offset == Stack::normalize)
      writer.normalized(group, sum);
    else if (centred)
      writer.centred(group, sum, longest_here);
    else
      writer.from_zero(group);
  }
  return ends;
}

Groups stacks_of(const Unit& unit, const Json& rows, const std::vector<const Field*>& facets) {
  std::vector<const Field*> fields = facets;
  if (unit.stack.dimension != nullptr) fields.push_back(unit.stack.dimension);
  return groups_of(rows, fields);
}

}  // namespace yokoten::chart
