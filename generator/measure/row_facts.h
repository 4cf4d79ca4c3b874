#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "measure/first_rows.h"
#include "measure/layout.h"
#include "measure/resolve.h"
#include "model/area.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/period_headings.h"
#include "model/source.h"
#include "model/table.h"

namespace yokoten {

/// What all rows of a source are read by.
struct RowsOfSource {
  int number = 0;  ///< of the source
  const Source& source;
  const Table& table;
  const Areas& areas;
  Layout layout;
  Period fixed_period;                         ///< of rows that name none
  std::vector<std::pair<int, int>> corrected;  ///< lines of the file and columns
  bool may_collide = false;                    ///< two cells of a row may be the same figure
  bool has_long_codes = false;                 ///< six digits in the column of areas
  YearsBelow years = YearsBelow::calendar;     ///< what 2024 is in the column of periods
  bool names_prefectures = false;              ///< where municipalities are wanted; it was told
};

/// Reads rows into `measured`, which has its lists of the source's rows begun: their areas, matches
/// and roles; and their facts into `facts`. Periods and parts get their ids in the order of the
/// rows.
class RowFacts {
 public:
  RowFacts(const RowsOfSource& rows, Measured& measured, std::vector<Fact>& facts,
           Findings& findings);

  /// From here on nobody looks whether a row comes twice; what tells it from others goes there.
  void leave_keys_to(std::vector<RowKey>& keys) { keys_ = &keys; }
  void read(int row);

 private:
  /// What the cells of a row stand for that name its area, or its parts.
  struct KnownArea {
    int area = Areas::none;
    AreaMatch match = AreaMatch::none;
  };
  struct KnownParts {
    Parts parts;
    int breakdown = 0;
    int empty = -1;               ///< the first column without a text
    std::vector<int> of_figures;  ///< breakdowns by figure of the layout, -1 for unknown ones
    KnownParts* next = nullptr;   ///< those of the row that came behind the last time
  };

  bool total_is_of_area(int row) const;
  std::string_view cell(int row, int column) const;
  KnownArea row_area(int row);
  const KnownArea* known_area(std::string_view front, std::string_view name);
  bool is_of_before(int row, const Resolution& found) const;
  void tell_name(int row, Resolution found);
  int row_period(int row);
  Message why_no_period_below(std::string_view text) const;
  KnownParts& row_parts(int row);
  KnownParts& found_parts(int row);
  bool are_of(int row, const KnownParts& parts) const;
  void read_figures(int row, int area, bool total);
  bool is_first(int row, const RowKey& key);
  bool is_first_total(int row);
  int contradiction(int row, int first) const;
  void report_twice(int row, int first, const std::string& name);
  int cell_breakdown(KnownParts& row, std::size_t figure);
  int column_period(std::size_t figure);
  void read_cell(Fact fact, KnownParts& parts, std::size_t figure);
  bool is_first_figure(const Fact& fact);
  void report(int row, int column, const char* code, Message message);
  bool is_corrected(int row, int column) const;
  bool tells_of_rows(int column) const;

  const RowsOfSource& rows_;
  const Source& source_;
  const Table& table_;
  const Areas& areas_;
  const Layout& layout_;
  Measured& measured_;
  std::vector<Fact>& facts_;
  Findings& findings_;
  int fixed_period_;
  std::vector<int> column_periods_;  // by figure of the layout, -1 for unknown ones
  FirstRows first_rows_;
  std::vector<RowKey>* keys_ = nullptr;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, KnownArea>>
      known_areas_;
  std::vector<std::string_view> cells_;  // of row_
  int row_ = -1;
  std::string_view last_front_, last_name_;
  const KnownArea* last_area_ = nullptr;  // of these texts
  std::unordered_map<std::string_view, int> known_periods_;
  const std::pair<const std::string_view, int>* last_period_ = nullptr;
  std::unordered_map<std::string, KnownParts> known_parts_;
  KnownParts* last_parts_ = nullptr;  // those of the row before
  std::string joined_;
  std::map<std::string, int> totals_;
  std::map<std::tuple<int, int, int, int>, Place> figures_;  // kept only where they may collide
};

std::string_view trimmed_heading(const Table& table, int column);

/// Whether the cell is one of digits alone, as many as that.
bool is_code(std::string_view cell, std::size_t digits);

}  // namespace yokoten
