#include "read/form_guess.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/total_words.h"
#include "read/workbook_names.h"

namespace yokoten {
namespace {

constexpr int kLastRow = 5'000'000;
constexpr std::size_t kMostHeadings = 4;  // rows
constexpr double kStray = 0.2;          // of the rows may have a cell that no heading stands above
constexpr std::size_t kShortName = 45;  // bytes: fifteen letters; what is longer is no name

std::string rows_text(const std::vector<int>& rows, const char* between) {
  return fmt::format("{}", fmt::join(rows, between));
}

class Guesser {
 public:
  Guesser(const TableGrid& grid, const TableForm& asked, const AreaTeller& names_area)
      : grid_(grid) {
    guess_.form = asked;
    for (const GridRow& row : grid.rows) {
      shapes_.push_back(shape_of(row));
      if (shapes_.back().own == 0) {
        shapes_.pop_back();
        continue;
      }
      rows_.push_back(&row);
    }
    find_rows_of_areas(names_area);
  }

  FormGuess guess() {
    if (!find_data() || !find_headings()) return std::move(guess_);
    say_headings();
    find_end();
    find_columns();
    return std::move(guess_);
  }

 private:
  void find_rows_of_areas(const AreaTeller& names_area);
  bool is_headed(std::size_t at) const;
  bool find_data();
  bool is_followed_by_data(std::size_t at) const;
  void take_gaps_above();
  void take_regions_above();
  bool touches(std::size_t below) const { return shapes_[below - 1].row + 1 == shapes_[below].row; }
  bool find_headings();
  void add_group_heading();
  bool is_ambiguous() const;
  void say_headings();
  void find_end();
  std::size_t second_table() const;
  void find_notes(std::size_t end);
  void leave_out_from(std::size_t index);
  bool has_corner(int first) const;
  void find_columns();
  void cut_columns(int first, int last);
  void say(std::string ja, std::string en) {
    guess_.reasons.push_back({std::move(ja), std::move(en)});
  }

  const TableGrid& grid_;
  std::vector<RowShape> shapes_;  // of rows that hold something
  std::vector<const GridRow*> rows_;
  std::size_t data_ = 0, end_ = 0;    // first row of figures, behind the last row of the table
  std::size_t top_ = 0, bottom_ = 0;  // rows of headings, both included
  std::vector<int> between_;          // rows between headings and figures that are neither
  FormGuess guess_;
};

// 雲南市,1985,2040 below headings is a row of figures, and 松江市,不明,不明 one of the table. Above
// all headings an area may stand in the corner.
void Guesser::find_rows_of_areas(const AreaTeller& names_area) {
  int corner = 0;  // where the first headings begin
  for (std::size_t at = 0; at < shapes_.size(); ++at) {
    RowShape& row = shapes_[at];
    if (!row.may_be_heading() || row.is_title) continue;
    const bool begins = corner > 0 && row.begins_itself && row.first <= corner;
    const bool is_total = row.years && total_word(row.text) != TotalWord::none;
    row.is_of_area = begins && (is_total || is_headed(at) || names_area(row.text));
    if (corner == 0) corner = row.first;
  }
}

// Numbers like years that have a heading of their own each, right above, are figures.
bool Guesser::is_headed(std::size_t at) const {
  const RowShape& row = shapes_[at];
  if (at == 0 || !row.years || !touches(at)) return false;
  const RowShape& above = shapes_[at - 1];
  if (!above.may_be_heading() || above.years || !above.is_distinct) return false;
  if (above.filled.size() < row.filled.size()) return false;
  for (std::size_t column = 1; column < row.filled.size(); ++column)
    if (row.filled[column] != 0 && above.filled[column] == 0) return false;
  return true;
}

// Two rows of figures in succession, so that a number in a title is none. Between them there may be
// rows whose figures are all missing.
bool Guesser::is_followed_by_data(std::size_t at) const {
  for (++at; at < shapes_.size() && shapes_[at].is_gap();) ++at;
  return at == shapes_.size() || shapes_[at].is_data() || shapes_[at].own == 1;
}

bool Guesser::find_data() {
  while (data_ < shapes_.size() && !(shapes_[data_].is_data() && is_followed_by_data(data_)))
    ++data_;
  if (data_ == shapes_.size())
    say("数値の並ぶ行がないため、見出しの行は推測しません",
        "no rows of figures were found, so where the headings are is not guessed");
  else if (data_ == 0)
    say(fmt::format("{}行目からもう数値があり、見出しの行が見つかりません", shapes_[0].row),
        fmt::format("row {} holds figures already; no row of headings was found", shapes_[0].row));
  return data_ > 0 && data_ < shapes_.size();
}

// A table may begin with rows of －; the first row of the file is none, as headings stand above.
void Guesser::take_gaps_above() {
  while (data_ > 1 && shapes_[data_ - 1].is_gap() && touches(data_)) --data_;
}

// 東部 in a row of its own between the headings and 鳥取市: a row of the table.
void Guesser::take_regions_above() {
  const auto is_region = [&](std::size_t at) {
    const RowShape& row = shapes_[at];
    return row.is_single() && row.figures == 0 && !row.is_unit && !row.is_note &&
           row.text.size() <= kShortName && touches(at + 1);
  };
  std::size_t first = data_;
  while (first > 1 && is_region(first - 1)) --first;
  if (first == data_ || !touches(first)) return;
  const RowShape& above = shapes_[first - 1];
  const bool fits = above.may_be_heading() && above.last >= shapes_[data_].last &&
                    shapes_[first].first == above.first;
  if (fits) data_ = first;
}

bool Guesser::find_headings() {
  take_gaps_above();
  take_regions_above();
  bottom_ = data_ - 1;
  while (bottom_ > 0 && shapes_[bottom_].is_unit) between_.push_back(shapes_[bottom_--].row);
  if (!shapes_[bottom_].may_be_heading()) {
    say(fmt::format("{}行目の上に、見出しといえる行（二つ以上の文字のセル）がありません",
                    shapes_[data_].row),
        fmt::format("above row {} no row looks like headings (two texts or more)",
                    shapes_[data_].row));
    return false;
  }
  top_ = bottom_;
  while (top_ > 0 && bottom_ - top_ + 1 < kMostHeadings && shapes_[top_ - 1].may_be_heading() &&
         !shapes_[top_ - 1].is_title && touches(top_))
    --top_;
  add_group_heading();
  guess_.form.header.clear();
  for (std::size_t at = top_; at <= bottom_; ++at) guess_.form.header.push_back(shapes_[at].row);
  for (std::size_t at = 0; at < top_; ++at) guess_.titles.push_back(title_line(*rows_[at]));
  for (const int row : between_) guess_.form.skip.push_back({row, row});
  return true;
}

// Whether two columns have the same texts in all rows of headings.
bool Guesser::is_ambiguous() const {
  std::set<std::string> seen;
  for (int column = shapes_[bottom_].first; column <= shapes_[bottom_].last; ++column) {
    std::string joined;
    for (std::size_t at = top_; at <= bottom_; ++at) {
      const auto& cells = rows_[at]->cells;
      const auto index = static_cast<std::size_t>(column - 1);
      joined += (index < cells.size() ? cells[index].text : std::string()) + '\n';
    }
    if (!seen.insert(joined).second) return true;
  }
  return false;
}

// One text that stands above several equal headings tells them apart; at the left it is a title.
void Guesser::add_group_heading() {
  if (top_ == 0 || !is_ambiguous()) return;
  const RowShape& above = shapes_[top_ - 1];
  if (above.is_single() && above.first > shapes_[top_].first &&
      above.row + 1 == shapes_[top_].row && !above.is_unit)
    --top_;
}

void Guesser::say_headings() {
  const std::vector<int>& rows = guess_.form.header;
  if (rows == std::vector<int>{1} && between_.empty()) return;
  say(fmt::format("見出しは{}行目とみました（{}行目から数値が並ぶため）。{}", rows_text(rows, "・"),
                  shapes_[data_].row, top_ > 0 ? "その上は題や単位とみて読みません" : ""),
      fmt::format("headings seem to be in row {}, since figures begin in row {}{}",
                  rows_text(rows, " and "), shapes_[data_].row,
                  top_ > 0 ? "; what stands above is taken for titles and units" : ""));
  for (const int row : between_)
    say(fmt::format("{}行目は単位の行とみて読みません", row),
        fmt::format("row {} seems to say the unit, and is left out", row));
}

void Guesser::leave_out_from(std::size_t index) {
  guess_.form.skip.push_back({shapes_[index].row, kLastRow});
  end_ = index;
}

// Headings again, with figures below, behind an empty row or a title of their own.
std::size_t Guesser::second_table() const {
  for (std::size_t at = data_ + 1; at + 1 < shapes_.size(); ++at) {
    const bool begins = shapes_[at].may_be_heading() && shapes_[at + 1].is_data() &&
                        shapes_[at].own * 2 > shapes_[at + 1].own;
    if (!begins) continue;
    std::size_t first = at;
    while (first > data_ + 1 &&
           (shapes_[first - 1].is_single() || shapes_[first - 1].may_be_heading()) &&
           shapes_[first - 1].row + 1 == shapes_[first].row)
      --first;
    if (shapes_[first].row > shapes_[first - 1].row + 1) return first;
  }
  return shapes_.size();
}

void Guesser::find_end() {
  const std::size_t second = second_table();
  end_ = second;
  find_notes(second);
  if (second == shapes_.size()) return;
  if (end_ == second) leave_out_from(second);
  say(fmt::format("{}行目から別の表があるとみて読みません。読むときはrangeで示してください",
                  shapes_[second].row),
      fmt::format("another table seems to begin in row {}, and is left out; range reads it",
                  shapes_[second].row));
}

// From the last row upward: single texts are notes where they say so, are long, or stand apart.
void Guesser::find_notes(std::size_t end) {
  std::size_t first = end;
  while (first > data_ + 1) {
    const RowShape& row = shapes_[first - 1];
    if (!(row.is_note || (row.is_single() && row.figures == 0))) break;
    --first;
  }
  const auto is_sure = [&](std::size_t at) {
    const RowShape& row = shapes_[at];
    return row.is_note || row.text.size() > kShortName || row.row > shapes_[at - 1].row + 1;
  };
  std::size_t sure = first;
  while (sure < end && !is_sure(sure)) ++sure;
  if (sure > first)
    say(fmt::format(
            "{}行目は文字が一つだけですが、表の行として読みます。注ならskipに加えてください",
            shapes_[first].row),
        fmt::format("row {} holds a single text, but is read as one of the table; if it is a note, "
                    "add it to skip",
                    shapes_[first].row));
  if (sure == end) return;
  leave_out_from(sure);
  say(fmt::format("{}行目から下は表の注とみて読みません（「{}」）", shapes_[sure].row,
                  excerpt(shapes_[sure].text)),
      fmt::format("from row {} on there seem to be notes, which are left out ({})",
                  shapes_[sure].row, excerpt(shapes_[sure].text)));
}

// Nothing stands above the column in which most rows begin: ,訪問介護,通所介護.
bool Guesser::has_corner(int first) const {
  std::size_t rows = 0;
  for (std::size_t at = data_; at < end_; ++at) {
    if (shapes_[at].first < first - 1) return false;
    rows += shapes_[at].first == first - 1 ? 1 : 0;
  }
  return rows * 2 > end_ - data_;
}

void Guesser::find_columns() {
  int first = shapes_[bottom_].first, last = shapes_[bottom_].last;
  for (std::size_t at = top_; at <= bottom_; ++at) {
    first = std::min(first, shapes_[at].first);
    last = std::max(last, shapes_[at].last);
  }
  if (has_corner(first)) --first;
  std::set<int> beyond;
  std::size_t strays = 0;
  for (std::size_t at = data_; at < end_; ++at) {
    const RowShape& row = shapes_[at];
    if (row.last > last) ++strays;
    for (int column = last + 1; column <= row.last; ++column)
      if (row.filled[static_cast<std::size_t>(column)] != 0) beyond.insert(column);
    if (row.first < first) {
      say(fmt::format("{}行目の{}列に見出しがありません", row.row, cell_name(0, row.first)),
          fmt::format("column {} of row {} has no heading", cell_name(0, row.first), row.row));
      return;
    }
  }
  const auto body = static_cast<double>(end_ - data_);
  const bool apart = !beyond.contains(last + 1);
  if (strays > 0 && (!apart || static_cast<double>(strays) > kStray * body)) {
    say(fmt::format("{}列に見出しがありません。見出しを足すか、rangeで表の範囲を示してください",
                    cell_name(0, *beyond.begin())),
        fmt::format("column {} has no heading; add one, or say by range which cells are the table",
                    cell_name(0, *beyond.begin())));
    return;
  }
  if (first > 1 || strays > 0) cut_columns(first, last);
}

void Guesser::cut_columns(int first, int last) {
  guess_.form.range = TableRange{guess_.form.header.front(), first, 0, last};
  const std::string from = cell_name(0, first), to = cell_name(0, last);
  say(fmt::format("表は{}列から{}列までとみました。その外は読みません", from, to),
      fmt::format(
          "the table seems to reach from column {} to {}; what stands beside it is left out", from,
          to));
}

}  // namespace

FormGuess guessed_form(const TableGrid& grid, const TableForm& asked,
                       const AreaTeller& names_area) {
  return Guesser(grid, asked, names_area).guess();
}

}  // namespace yokoten
