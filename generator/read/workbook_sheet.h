#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/workbook_draft.h"
#include "read/workbook_names.h"

namespace yokoten {

/// Cells of which one finding tells, and the first of them.
struct CountedCells {
  std::size_t count = 0;
  int row = 0, column = 0;

  void add(int its_row, int its_column) {
    if (count++ > 0) return;
    row = its_row;
    column = its_column;
  }
};

/// A sheet that is being read: takes rows from top to bottom and cells from left to right, checks
/// them against the limits and keeps what is to be said about them.
class SheetDraft {
 public:
  SheetDraft(WorkbookDraft& draft, std::string name, Visibility visibility);

  /// Where add() finds its text: write behind what stands in `text`, then add.
  std::string& text() { return *draft_.text; }
  /// The same with the text given: a run of it that add() can take.
  CellRun kept(CellKind kind, std::string_view text);

  /// Equal rows `first` to `last`, which must lie below those before. False when refused.
  bool start_row(int first, int last);
  /// Equal cells `column` to `column + more` of the row. `run` has its text and marks already; one
  /// without text is only kept when it is an error. False when refused.
  bool add(CellRun run, int column, int more = 0);
  void hide_rows(int first, int last);
  void hide_columns(int first, int last);
  bool add_merge(const CellRange& merge);
  /// Counts what is about to be kept once for every one of equal rows. False when it is too much.
  bool count_repeated(std::size_t cells_and_merges);

  /// A finding about a cell; the first twenty of a code are kept, the others are counted.
  void say(Level level, std::string_view code, const Message& message, int row, int column);
  /// A finding that one place stands for, however many cells it holds for.
  void count_ruby(int row, int column);
  void note_comment(int row, int column);
  /// Says of a cell that text in it is struck out, which stands between two ~~.
  void say_struck(const CellRun& run, int row, int column);
  /// The same cell as a text between two ~~, since all of it is struck out; says so.
  CellRun struck_out(CellRun run, int row, int column);
  /// The whole file is refused because of this sheet; false.
  bool refuse(std::string code, const Message& message, int row = 0, int column = 0);
  bool refuse_limit(const Message& message, int row = 0, int column = 0);

  bool has_formula() const { return formulas_ > 0; }
  /// Says that results of formulas may be out of date.
  void say_stale();

  /// The sheet, once all of it was read; empty when its merges are refused.
  std::optional<Sheet> finish();

 private:
  void check_characters(std::string_view text, int column);
  bool refuse_order(int column);
  bool fits(int column);
  bool keep_row();
  bool count_cells(const CellRun& run, int column, int cells);
  bool check_merges();
  bool refuse_overlap(const CellRange& a, const CellRange& b);
  bool check_row(const MergeSweep& sweep, const RowRun& row, std::size_t end);
  bool count_merged(const CellRange& merge, const CellRun& first);
  void say_covered(const CellRange& merge, int row, int column);
  void say_hidden();
  void say_merges();
  void say_counted();
  void say_more();
  Message here(const Message& message) const;

  WorkbookDraft& draft_;
  SheetParts parts_;
  std::vector<CellRange> merges_;
  int first_ = 0, last_ = 0;  // rows of the run that cells go to
  bool row_is_kept_ = false;
  int last_column_ = 0;  // of the row so far
  int columns_ = 0;
  std::size_t formulas_ = 0;
  CountedCells rubies_, comments_;
  std::map<std::string, std::pair<int, Level>, std::less<>> said_;
};

}  // namespace yokoten
