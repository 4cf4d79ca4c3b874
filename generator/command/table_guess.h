#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/place.h"
#include "model/area.h"
#include "model/period.h"
#include "model/table.h"
#include "read/grid_shape.h"

namespace yokoten {

/// What a row of a table seems to be.
enum class RowGuess {
  counted,  ///< has figures of an area
  whole,    ///< the printed total
  part,     ///< a subtotal, or part of the row above
  region,   ///< holds a name and nothing else
  unknown   ///< names no area
};

/// Rows by a word in a column, as `total_row` and `of_which` take them.
struct WordRows {
  int column = -1;
  std::vector<std::string> words;
};

/// A column that is not proposed, and why.
struct LeftColumn {
  int column = 0;
  Message why;
  bool is_text = false;  ///< nothing but texts
};

/// One figure at several periods side by side: 令和5年度, 令和6年度.
struct PeriodColumns {
  std::string measure;
  std::vector<std::pair<int, Period>> columns;
  int total = -1;  ///< the column of their sum
};

/// What the columns and rows of a table seem to be.
struct TableGuess {
  int area = -1;
  int prefecture = -1;  ///< the column beside it that names the prefecture
  AreaLevel level = AreaLevel::prefecture;
  std::string home;            ///< whose municipalities stand there without its name
  std::vector<RowGuess> rows;  ///< of every row
  int period_column = -1;
  std::optional<Period> period;  ///< that the titles say
  int breakdown = -1;
  std::vector<int> figures;
  /// Columns of a list of offices or the like, a row each, that can be shown; empty for others.
  std::vector<int> shown;
  std::vector<PeriodColumns> periods;  ///< figures whose heading is a period
  std::vector<LeftColumn> left;
  WordRows total, parts;
  std::set<std::string> symbols;  ///< signs and words in the place of figures
  std::vector<Message> remarks;   ///< what is unsure or can't be said by keys
};

/// Whether a cell is the name, and no code, of a prefecture or of a municipality of any.
bool names_any_area(const Areas& areas, std::string_view cell);

/// Columns of areas, and what rows are by what these hold. `home` of the table's rows is found
/// among all prefectures.
void guess_areas(const Table& table, const Areas& areas, TableGuess& guess);

/// Columns of periods and of figures, what stands among figures, and columns that are left out.
void guess_columns(const Table& table, const Areas& areas, const std::vector<TitleLine>& titles,
                   TableGuess& guess);

/// Which of the figures are one at several periods, and what stands beside them.
void guess_periods_of_headings(const Table& table, TableGuess& guess);

/// A column that tells rows of one area apart, and how rows that are not counted are said.
void guess_rows(const Table& table, TableGuess& guess);

/// The heading of a column; of several rows of headings all of them.
const std::string& heading_of(const Table& table, int column);

}  // namespace yokoten
