#pragma once

#include <doctest/doctest.h>

#include "check/check.h"
#include "model/cell_number.h"
#include "unit/measure/small_country.h"

namespace yokoten {

/// Fills in by hand what the room measure would: rows, facts and single observations.
struct Checking : SmallCountry {
  Measured measured;

  int area_of(std::string_view cell) const {
    for (int id = 0; id < areas.size(); ++id)
      if (cell.ends_with(areas.at(id).name)) return id;
    return Areas::none;
  }

  /// Rows and facts of all sources. Breakdowns stand in the order of their columns.
  void measure() {
    measured.breakdown_id({});
    for (std::size_t at = 0; at < publication.sources.size(); ++at) read(at);
  }

  void run() {
    measure();
    check(publication, areas, measured, findings);
  }

  /// A figure of indicator 0 in the cell at `origin`.
  Observation& observe(const std::string& code, const std::string& period, Origin origin) {
    Observation figure;
    figure.area = area(code);
    figure.period = measured.cube.period_id(*parse_period(period));
    figure.source = origin.source;
    figure.numerator_origin = figure.denominator_origin = origin;
    figures.push_back(figure);
    return figures.back();
  }

  void keep() {
    for (const Observation& each : figures) measured.cube.add(each);
    measured.cube.sort();  // as measuring leaves it
  }

  std::vector<Observation> figures;

 private:
  void read(std::size_t number) {
    const Source& source = publication.sources[number];
    const Table& table = publication.tables[number];
    RowReadings& rows = measured.rows.emplace_back();
    for (int row = 0; row < table.rows(); ++row) {
      const RowRole role = row_role(source, table, row);
      const bool counted = role == RowRole::counted;
      const int named = source.fixed_area.empty() ? area_of(table.cell(row, 0)) : Areas::nation;
      rows.push_back({counted ? named : Areas::none, AreaMatch::exact, role});
      if (counted) add_facts(number, row, named);
    }
  }

  void add_facts(std::size_t number, int row, int named) {
    const Source& source = publication.sources[number];
    const Table& table = publication.tables[number];
    Parts parts;
    for (const auto& [key, heading] : source.breakdown)
      parts.emplace_back(key, table.cell(row, *table.column(heading)));
    for (const auto& [measure, heading] : source.measures)
      add_fact(number, row, named, measure, heading, parts);
    for (const Unpivot& unpivot : source.unpivots)
      for (const auto& [heading, code] : unpivot.columns) {
        Parts all = parts;
        all.emplace_back(unpivot.into, code);
        add_fact(number, row, named, unpivot.measure, heading, all);
      }
  }

  void add_fact(std::size_t number, int row, int named, const std::string& measure,
                const std::string& heading, const Parts& parts) {
    const Source& source = publication.sources[number];
    const Table& table = publication.tables[number];
    const auto read = read_number(table.cell(row, *table.column(heading)), source);
    if (!read || named == Areas::none) return;
    if (measured.measure(measure) < 0) measured.measures.push_back(measure);
    Fact fact;
    fact.area = named;
    fact.row = row;
    fact.source = static_cast<std::int16_t>(number);
    fact.column = static_cast<std::int16_t>(*table.column(heading));
    fact.measure = measured.measure(measure);
    fact.period = measured.cube.period_id(source.period.value_or(Period{}));
    fact.breakdown = measured.breakdown_id(parts);
    fact.value = read->value.value_or(Decimal{});
    fact.missing = read->missing;
    measured.facts.push_back(fact);
  }
};

}  // namespace yokoten
