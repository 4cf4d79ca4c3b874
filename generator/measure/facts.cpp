#include "measure/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/threads.h"
#include "base/turns.h"
#include "measure/area_code.h"
#include "measure/layout.h"
#include "measure/name_report.h"
#include "measure/printed_totals.h"
#include "measure/row_facts.h"
#include "model/period_headings.h"

namespace yokoten {
namespace {

constexpr int kRowsThatTell = 50, kFewestPrefectures = 5;

/// What some rows came to by themselves. Its ids of periods and breakdowns are its own.
struct PartOfRows {
  Measured measured;
  std::vector<Fact> facts;
  Findings findings;
  std::vector<RowKey> keys;
};

template <typename Item>
void append(std::vector<Item>& all, const std::vector<Item>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

class FactReader {
 public:
  FactReader(Publication& publication, int number, const Areas& areas, Measured& measured,
             Findings& findings)
      : publication_(publication),
        source_(publication.sources[static_cast<std::size_t>(number)]),
        table_(publication.tables[static_cast<std::size_t>(number)]),
        areas_(areas),
        measured_(measured),
        findings_(findings),
        first_(measured.facts.size()),
        rows_{.number = number,
              .source = source_,
              .table = table_,
              .areas = areas,
              .layout = lay_out(source_, table_, measured, findings),
              .fixed_period = fixed_period(source_)} {}

  void read() {
    measured_.cube.period_id(rows_.fixed_period);
    rows_.may_collide = may_collide(source_, rows_.layout);
    find_corrected_cells();
    check_fixed_area();
    rows_.has_long_codes = find_long_codes();
    tell_prefectures();
    const int period = rows_.layout.period;
    if (period >= 0) rows_.years = years_below(trimmed_heading(table_, period));
    begin();
    if (!has_parts() || !read_parts()) read_in_turn();
    if (source_.total_row) place_totals(source_, table_, rows_.layout, areas_, measured_, first_);
    tell_corrections();
  }

 private:
  void begin() { measured_.rows.emplace_back(); }

  void read_in_turn() {
    std::vector<Fact> facts;  // of the row
    RowFacts reading(rows_, measured_, facts, findings_);
    for (int row = 0; row < table_.rows(); ++row) {
      facts.clear();
      reading.read(row);
      for (const Fact& fact : facts) measured_.facts.push_back(fact);
    }
  }

  // Total rows, and cells that may be the same figure, are held against all rows before them.
  bool has_parts() const {
    return table_.rows() > rows_of_part() && !source_.total_row && !rows_.may_collide;
  }

  // In each, areas are looked for anew; what all come to is not held twice.
  int rows_of_part() const { return std::clamp(table_.rows() / 8, 1 << 14, 1 << 16); }

  // False where a row comes twice: all stands as before then, and has to be read in turn.
  bool read_parts() {
    const Cube cube = measured_.cube;
    const std::vector<Parts> parts = measured_.parts;
    const std::size_t told = findings_.size();
    if (take_parts().differ()) return true;
    measured_.cube = cube;
    measured_.parts = parts;
    measured_.facts.truncate(first_);
    measured_.rows.back().clear();
    findings_.resize(told);
    return false;
  }

  // Read side by side and put together in the order of the rows: ids are given as if one had read
  // them all. What tells the rows apart, by their order.
  RowKeys take_parts() {
    RowKeys keys;
    const int size = rows_of_part(), count = (table_.rows() + size - 1) / size;
    Turns turns;
    share_out(static_cast<std::size_t>(count), [&](std::size_t number) {
      turns.in_turn(
          number, [&] { return part_of_rows(static_cast<int>(number) * size); },
          [&](PartOfRows& part) { take(part, keys); });
    });
    return keys;
  }

  PartOfRows part_of_rows(int begin) const {
    PartOfRows part;
    part.measured.rows.emplace_back();
    part.measured.breakdown_id({});
    const int end = std::min(begin + rows_of_part(), table_.rows());
    part.facts.reserve(static_cast<std::size_t>(end - begin) * rows_.layout.figures.size());
    RowFacts reading(rows_, part.measured, part.facts, part.findings);
    reading.leave_keys_to(part.keys);
    for (int row = begin; row < end; ++row) reading.read(row);
    return part;
  }

  void take(PartOfRows& part, RowKeys& keys) {
    std::vector<int> periods, breakdowns;  // by those of the part
    for (int id = 0; id < part.measured.cube.periods(); ++id)
      periods.push_back(measured_.cube.period_id(part.measured.cube.period(id)));
    for (const Parts& each : part.measured.parts)
      breakdowns.push_back(measured_.breakdown_id(each));
    const auto period = [&](int id) { return periods[static_cast<std::size_t>(id)]; };
    const auto breakdown = [&](int id) { return breakdowns[static_cast<std::size_t>(id)]; };
    for (Fact& fact : part.facts) {
      fact.period = period(fact.period);
      fact.breakdown = breakdown(fact.breakdown);
    }
    measured_.facts.append(part.facts);
    for (const RowKey& key : part.keys)
      keys.push_back({key.area, period(key.period), breakdown(key.breakdown)});
    measured_.rows.back().append(part.measured.rows.back());
    append(findings_, part.findings);
  }

  void check_fixed_area() {
    if (source_.fixed_area.empty() || areas_.by_code(source_.fixed_area) != Areas::none) return;
    Resolution unknown;
    unknown.fault = AreaFault::bad_code;
    unknown.name = source_.fixed_area;
    findings_.push_back(name_error(areas_, unknown, source_.place));
  }

  // 青森, 岩手 …: where nearly all rows name one, the level is the mistake, not each name.
  void tell_prefectures() {
    const int column = rows_.layout.area;
    if (column < 0 || rows_.layout.prefecture >= 0 || source_.report ||
        source_.level != AreaLevel::municipality)
      return;
    int named = 0, counted = 0;
    for (int row = 0; row < table_.rows() && counted < kRowsThatTell; ++row) {
      if (row_role(source_, table_, row) != RowRole::counted) continue;
      ++counted;
      named += names_prefecture(areas_, table_.cell(row, column)) ? 1 : 0;
    }
    rows_.names_prefectures = named >= kFewestPrefectures && named * 10 >= counted * 8;
    if (rows_.names_prefectures)
      add_finding(
          findings_, Level::error, source_.place, "name.level",
          {fmt::format("「{}」の列は都道府県の名称です。level = \"prefecture\" と書いてください",
                       source_.area_column),
           fmt::format("the column {} holds prefectures; say level = \"prefecture\"",
                       source_.area_column)});
  }

  // 000000 says nothing on the other rows: the nation has it in tables of five digits too.
  bool find_long_codes() const {
    const int column = rows_.layout.area;
    if (column < 0) return false;
    for (int row = 0; row < table_.rows(); ++row) {
      const std::string_view cell = table_.cell(row, column);
      if (is_code(cell, 6) && cell != areas_.at(Areas::nation).code) return true;
    }
    return false;
  }

  // Columns and lines of the corrections of this source.
  void find_corrected_cells() {
    for (const Correction& each : publication_.corrections) {
      const auto column = each.source == source_.id ? table_.column(each.column) : std::nullopt;
      if (column) rows_.corrected.emplace_back(each.row, *column);
    }
  }

  void tell_corrections() {
    for (Correction& each : publication_.corrections) {
      if (each.source != source_.id) continue;
      if (const auto row = table_.row_at(each.row)) each.area = measured_.rows.back().area(*row);
    }
  }

  Publication& publication_;
  const Source& source_;
  const Table& table_;
  const Areas& areas_;
  Measured& measured_;
  Findings& findings_;
  std::size_t first_;  // of the facts of this source
  RowsOfSource rows_;
};

}  // namespace

Period fixed_period(const Source& source) {
  if (source.period) return *source.period;
  return parse_period(source.as_of).value_or(Period{});
}

void read_facts(Publication& publication, int source, const Areas& areas, Measured& measured,
                Findings& findings) {
  FactReader(publication, source, areas, measured, findings).read();
}

}  // namespace yokoten
