#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "command/column_words.h"
#include "command/table_guess.h"
#include "command/title_period.h"
#include "command/told_list.h"
#include "measure/area_code.h"
#include "model/cell_number.h"
#include "model/period_headings.h"
#include "model/period_words.h"
#include "model/source.h"
#include "model/total_words.h"
#include "read/cell_symbols.h"

namespace yokoten {
namespace {

constexpr double kMostCells = 0.8;    // of a column's cells decide what it is
constexpr std::size_t kFewTexts = 5;  // different words among numbers that may be a legend
constexpr int kFewestCodes = 2, kFewestPlaces = 5;  // rows that make area codes or running numbers

bool is_number(std::string_view cell) { return read_number(cell, Source{}).has_value(); }

bool has_digit(std::string_view cell) {
  const std::string text = folded(cell);
  return text.find_first_of("0123456789") != std::string::npos;
}

/// What stands in a column, in the rows that have figures of an area.
struct ColumnCells {
  int filled = 0, numbers = 0, symbols = 0, periods = 0, years = 0, months = 0;
  int other_years = 0;  // periods that the heading contradicts: 2024年 below 年度
  int digits = 0, codes = 0, places = 0;  // digits alone; codes of areas; 1, 2, 3 …
  std::map<std::string, int> words;       // other texts, with the first row
  std::vector<int> odd;                   // rows of texts with digits that are no number
  int texts() const { return filled - numbers - symbols; }
  bool most(int some) const { return filled > 0 && some >= kMostCells * filled; }
};

class ColumnGuesser {
 public:
  ColumnGuesser(const Table& table, const Areas& areas, const std::vector<TitleLine>& titles,
                TableGuess& guess)
      : table_(table), areas_(areas), titles_(titles), guess_(guess) {
    for (int column = 0; column < table.columns(); ++column) cells_.push_back(cells_of(column));
  }

  void guess() {
    find_period();
    for (int column = 0; column < table_.columns(); ++column) {
      if (column == guess_.area || column == guess_.prefecture || column == guess_.period_column)
        continue;
      const Message why = why_left(column);
      if (why.en.empty())
        add_figures(column);
      else
        guess_.left.push_back(
            {column, why, cells(column).filled > 0 && cells(column).numbers == 0});
    }
    if (guess_.symbols.size() > kFewTexts) drop_words();
  }

 private:
  const ColumnCells& cells(int column) const { return cells_[static_cast<std::size_t>(column)]; }

  ColumnCells cells_of(int column) const {
    ColumnCells found;
    const YearsBelow years = years_below(heading_of(table_, column));
    for (int row = 0; row < table_.rows(); ++row) {
      const std::string_view cell = trimmed_text(table_.cell(row, column));
      if (cell.empty() || guess_.rows[static_cast<std::size_t>(row)] != RowGuess::counted) continue;
      ++found.filled;
      if (says_period(cell)) ++(period_below(years, cell) ? found.periods : found.other_years);
      found.years += is_bare_year(cell) ? 1 : 0;
      found.months += month_of_digits(cell) ? 1 : 0;
      if (is_digits(cell)) add_digits(cell, column, found);
      if (is_number(cell))
        ++found.numbers;
      else if (is_symbol(cell))
        ++found.symbols;
      else if (has_digit(cell))
        found.odd.push_back(row);
      else
        found.words.emplace(cell, row);
    }
    return found;
  }

  // Five digits have no check digit that tells codes from amounts.
  void add_digits(std::string_view cell, int column, ColumnCells& found) const {
    ++found.digits;
    if (cell == std::to_string(found.places + 1)) ++found.places;
    const std::size_t fewest = heads_area_codes(heading_of(table_, column)) ? 5 : 6;
    const auto code = cell.size() < fewest ? std::nullopt : six_digit_code(cell);
    if (code && areas_.by_code(*code) != Areas::none) ++found.codes;
  }

  void find_period();
  bool is_of_months(int column) const;
  bool is_year_apart(int column) const;
  bool are_years(int column) const;
  Message why_left(int column) const;
  Message why_no_figures(const ColumnCells& own) const;
  void add_figures(int column);
  void drop_words();
  void tell_odd_cells(int column);

  const Table& table_;
  const Areas& areas_;
  const std::vector<TitleLine>& titles_;
  TableGuess& guess_;
  std::vector<ColumnCells> cells_;
};

// 202404 below 年月.
bool ColumnGuesser::is_of_months(int column) const {
  const ColumnCells& own = cells(column);
  return own.filled > 0 && own.months == own.filled && heads_months(heading_of(table_, column));
}

// A column of 2022, 2023 beside one of 1 to 12 or of quarters: neither says the period alone.
bool ColumnGuesser::is_year_apart(int column) const {
  if (!cells(column).most(cells(column).years)) return false;
  for (int other = 0; other < table_.columns(); ++other)
    if (other != column && heads_part_of_year(heading_of(table_, other))) return true;
  return false;
}

// R5 and 令和元年度 below 年度.
bool ColumnGuesser::are_years(int column) const {
  const ColumnCells& own = cells(column);
  return own.filled > 0 && own.years + own.periods == own.filled &&
         !heads_unclear_years(heading_of(table_, column));
}

void ColumnGuesser::find_period() {
  const auto is_period = [&](int column, bool headed) {
    const ColumnCells& own = cells(column);
    if (column == guess_.area) return false;
    if (is_of_months(column)) return headed;
    if (heads_periods(heading_of(table_, column)) != headed) return false;
    return own.most(own.periods) || (headed && are_years(column));
  };
  for (const bool headed : {true, false})
    for (int column = 0; column < table_.columns() && guess_.period_column < 0; ++column)
      if (is_period(column, headed)) guess_.period_column = column;
  if (guess_.period_column < 0) {
    guess_.period = period_of_titles(titles_);
  } else if (is_year_apart(guess_.period_column)) {
    const Message year = told_words(heading_of(table_, guess_.period_column));
    guess_.remarks.push_back(
        {year.ja +
             "の年と、年の中の時期とが別の列にあります。一つの列にまとめると、period に書けます",
         year.en +
             " is a year whose months or quarters stand in another column; in one column they "
             "can be the period"});
    guess_.period_column = -1;
  }
}

Message ColumnGuesser::why_no_figures(const ColumnCells& own) const {
  if (own.filled == 0) return {"空欄", "empty"};
  if (own.most(own.periods)) return {"時点", "periods"};
  if (own.numbers == 0 && own.texts() > 0) return {"文字", "texts"};
  if (own.numbers == 0) return {"記号だけで、数値がない", "symbols and no number"};
  if (own.numbers < kMostCells * (own.numbers + own.texts()))
    return {fmt::format("数値のセルは{}のうち{}", own.filled, own.numbers),
            fmt::format("{} of {} cells are numbers", own.numbers, own.filled)};
  return {};
}

// Empty for a column of figures.
Message ColumnGuesser::why_left(int column) const {
  const ColumnCells& own = cells(column);
  const std::string& heading = heading_of(table_, column);
  if (own.other_years > 0)
    return {fmt::format("見出しは年度、{}のセルは暦年。どちらかを直す", own.other_years),
            fmt::format("fiscal years by its heading, calendar years in {} cells; mend either",
                        own.other_years)};
  if (own.most(own.years) && heads_unclear_years(heading))
    return {"暦年か年度か日付か分からない年", "years that may be calendar or fiscal, or days"};
  if (Message why = why_no_figures(own); !why.en.empty()) {
    if (!heads_periods(heading) || own.filled == 0 || own.most(own.periods)) return why;
    return {fmt::format("時点と読めるセルは{}のうち{}", own.filled, own.periods),
            fmt::format("{} of {} cells are read as periods", own.periods, own.filled)};
  }
  if ((heads_periods(heading) && own.most(own.years)) || is_of_months(column))
    return {"時点", "periods"};
  if (own.most(own.digits) && heads_part_of_year(heading)) return {"時期", "parts of a year"};
  if (own.most(own.digits) && heads_codes(heading)) return {"コードや番号", "codes or numbers"};
  if (heads_positions(heading)) return {"緯度や経度", "latitude or longitude"};
  if (heads_places(heading))
    return {"順位。列の順に確かめるなら rank に書く", "places; rank has them checked"};
  if (own.codes >= kFewestCodes && own.most(own.codes)) return {"団体コード", "codes of areas"};
  const bool leads = guess_.area >= 0 && column < guess_.area;
  if (leads && own.places == own.filled && own.filled >= kFewestPlaces)
    return {"通し番号", "running numbers"};
  return {};
}

void ColumnGuesser::add_figures(int column) {
  guess_.figures.push_back(column);
  for (int row = 0; row < table_.rows(); ++row)
    if (const auto cell = trimmed_text(table_.cell(row, column));
        guess_.rows[static_cast<std::size_t>(row)] != RowGuess::region && !is_number(cell) &&
        is_symbol(cell))
      guess_.symbols.emplace(cell);
  for (const auto& [word, row] : cells(column).words) guess_.symbols.insert(word);
  tell_odd_cells(column);
}

void ColumnGuesser::tell_odd_cells(int column) {
  ToldList odd;
  for (const int row : cells(column).odd) odd.add(told_cell(table_, row, column));
  if (odd.empty()) return;
  const Message heading = told_words(heading_of(table_, column)), told = odd.text();
  guess_.remarks.push_back(
      {fmt::format("{}に数値として読めないセルが{}あります: {}", heading.ja, odd.size(), told.ja),
       fmt::format("{} has cells that are no numbers: {} ({})", heading.en, odd.size(), told.en)});
}

// Many different words are no legend: they stay as they are, and check names them.
void ColumnGuesser::drop_words() {
  const std::size_t before = guess_.symbols.size();
  std::erase_if(guess_.symbols, [](const std::string& each) { return !is_symbol(each); });
  const std::size_t words = before - guess_.symbols.size();
  if (words == 0) return;
  guess_.remarks.push_back(
      {fmt::format("数値の列に、記号でない文字が{}種類あります。check がその場所を示します", words),
       fmt::format("different words that are no symbols stand among figures: {}; check says where",
                   words)});
}

}  // namespace

void guess_columns(const Table& table, const Areas& areas, const std::vector<TitleLine>& titles,
                   TableGuess& guess) {
  ColumnGuesser(table, areas, titles, guess).guess();
  guess_periods_of_headings(table, guess);
}

}  // namespace yokoten
