#include "read/workbook_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "read/run_marks.h"

namespace yokoten {
namespace {

// What is wrong with one cell often is with all of a column; the others are only counted.
constexpr int shown_of_a_code = 20;

void append(std::vector<CellSpan>& spans, int first, int last) {
  if (!spans.empty() && spans.back().last + 1 >= first)
    spans.back().last = std::max(spans.back().last, last);
  else
    spans.push_back({first, last});
}

std::vector<CellSpan> in_order(std::vector<CellSpan> spans) {
  std::sort(spans.begin(), spans.end(),
            [](const CellSpan& a, const CellSpan& b) { return a.first < b.first; });
  std::vector<CellSpan> joined;
  for (const CellSpan& span : spans) append(joined, span.first, span.last);
  return joined;
}

}  // namespace

SheetDraft::SheetDraft(WorkbookDraft& draft, std::string name, Visibility visibility)
    : draft_(draft) {
  parts_.name = std::move(name);
  parts_.visibility = visibility;
}

Message SheetDraft::here(const Message& message) const {
  const std::string name = excerpt(parts_.name);
  return {fmt::format("シート「{}」: {}", name, message.ja),
          fmt::format("sheet {}: {}", name, message.en)};
}

bool SheetDraft::refuse(std::string code, const Message& message, int row, int column) {
  return draft_.refuse(std::move(code), here(message), row, column);
}

bool SheetDraft::refuse_limit(const Message& message, int row, int column) {
  return refuse("table.limit", message, row, column);
}

void SheetDraft::say(Level level, std::string_view code, const Message& message, int row,
                     int column) {
  auto said = said_.find(code);
  if (said == said_.end()) said = said_.emplace(std::string(code), std::pair{0, level}).first;
  if (++said->second.first > shown_of_a_code) return;
  add_finding(parts_.findings, level, {draft_.file, row, column}, std::string(code), here(message));
}

void SheetDraft::count_ruby(int row, int column) { rubies_.add(row, column); }

void SheetDraft::note_comment(int row, int column) { comments_.add(row, column); }

void SheetDraft::say_struck(const CellRun& run, int row, int column) {
  const std::string text = excerpt(std::string_view(*draft_.text).substr(run.text, run.size));
  say(Level::warning, "cell.struck",
      {fmt::format(
           "「{}」の~~の間には取り消し線があります。数値としては読みません。元の表で消すか、"
           "corrections.toml で正しい値を示してください",
           text),
       fmt::format("what stands between ~~ in {} is struck out and read as no number; take it out "
                   "of the table, or give the right value in corrections.toml",
                   text)},
      row, column);
}

CellRun SheetDraft::struck_out(CellRun run, int row, int column) {
  const auto kind = static_cast<CellKind>(run.kind);
  if (run.size == 0 || kind == CellKind::error) return run;
  const std::string text = draft_.text->substr(run.text, run.size);
  CellRun struck = kept(CellKind::text, std::string(struck_sign).append(text).append(struck_sign));
  struck.ruby = run.ruby;
  struck.inline_text = run.inline_text;
  say_struck(struck, row, column);
  return struck;
}

void SheetDraft::say_stale() {
  say(Level::warning, "sheet.stale",
      {fmt::format("数式{}個の結果が古いおそれがあります。表計算ソフトで開いて保存し直してください",
                   formulas_),
       fmt::format("results of formulas may be out of date; open the file in a spreadsheet program "
                   "and save it anew; formulas: {}",
                   formulas_)},
      0, 0);
}

CellRun SheetDraft::kept(CellKind kind, std::string_view text) {
  std::string& all = this->text();
  CellRun run;
  run.kind = static_cast<std::uint32_t>(kind) & 7U;
  run.text = static_cast<std::uint32_t>(all.size());
  run.size = static_cast<std::uint32_t>(text.size()) & (2 * CellRun::most_text - 1);
  all += text;
  return run;
}

bool SheetDraft::start_row(int first, int last) {
  if (first <= last_)
    return refuse("sheet.order",
                  {fmt::format("{}行目が{}行目の後にあります", first, last_),
                   fmt::format("row {} stands after row {}", first, last_)},
                  first);
  first_ = first;
  last_ = last;
  last_column_ = 0;
  row_is_kept_ = false;
  return true;
}

void SheetDraft::check_characters(std::string_view text, int column) {
  const std::string_view letter = lost_character(text);
  if (letter.empty()) return;
  const std::string code = code_point(letter);
  say(Level::warning, "cell.character",
      {fmt::format("「{}」に外字または失われた文字{}があります。正しい文字に直してください",
                   excerpt(text), code),
       fmt::format("{} holds {}, a private or lost character; put the right one in its place",
                   excerpt(text), code)},
      first_, column);
}

bool SheetDraft::count_cells(const CellRun& run, int column, int cells) {
  const WorkbookLimits& limits = draft_.limits;
  const std::size_t rows = static_cast<std::size_t>(last_) - static_cast<std::size_t>(first_) + 1;
  draft_.cells += rows * static_cast<std::size_t>(cells);
  draft_.shown += rows * static_cast<std::size_t>(cells) * run.size;
  if (draft_.cells > limits.cells)
    return refuse_limit({fmt::format("値のあるセルが{}個を超えています", limits.cells),
                         fmt::format("more than {} cells that hold something", limits.cells)},
                        first_, column);
  if (draft_.shown <= limits.shown) return true;
  return refuse_limit({fmt::format("すべてのセルで{}バイトを超えています", limits.shown),
                       fmt::format("all cells together have more than {} bytes", limits.shown)},
                      first_, column);
}

bool SheetDraft::refuse_order(int column) {
  const std::string name = cell_name(first_, column), last = cell_name(first_, last_column_);
  return refuse("sheet.order",
                {fmt::format("セル{}が2度あるか、{}の後にあります", name, last),
                 fmt::format("cell {} comes twice or after {}", name, last)},
                first_, column);
}

bool SheetDraft::fits(int column) {
  const WorkbookLimits& limits = draft_.limits;
  if (last_column_ > limits.columns)
    return refuse_limit({fmt::format("列が{}を超えています", limits.columns),
                         fmt::format("more than {} columns", limits.columns)},
                        first_, column);
  if (last_ <= limits.rows) return true;
  return refuse_limit({fmt::format("行が{}を超えています", limits.rows),
                       fmt::format("more than {} rows", limits.rows)},
                      first_);
}

bool SheetDraft::keep_row() {
  if (row_is_kept_) return true;
  draft_.rows += last_ - first_ + 1;
  if (draft_.rows > draft_.limits.all_rows)
    return refuse_limit(
        {fmt::format("すべてのシートで行が{}を超えています", draft_.limits.all_rows),
         fmt::format("more than {} rows on all sheets", draft_.limits.all_rows)},
        first_);
  parts_.rows.push_back({first_, last_, static_cast<std::uint32_t>(parts_.cells.size())});
  return row_is_kept_ = true;
}

bool SheetDraft::add(CellRun run, int column, int more) {
  if (column <= last_column_) return refuse_order(column);
  last_column_ = column + more;
  if (run.formula != 0) ++formulas_;
  const auto kind = static_cast<CellKind>(run.kind);
  if (run.size == 0 && kind != CellKind::error) return true;
  if (!fits(column) || !keep_row() || !count_cells(run, column, more + 1)) return false;
  if (kind == CellKind::text)
    check_characters(std::string_view(*draft_.text).substr(run.text, run.size), column);
  columns_ = std::max(columns_, last_column_);
  run.column = static_cast<std::uint16_t>(column);
  run.more = static_cast<std::uint16_t>(more);
  parts_.cells.push_back(run);
  return true;
}

void SheetDraft::hide_rows(int first, int last) { append(parts_.hidden_rows, first, last); }

void SheetDraft::hide_columns(int first, int last) {
  parts_.hidden_columns.push_back({first, last});
}

bool SheetDraft::add_merge(const CellRange& merge) {
  if (++draft_.merges <= draft_.limits.merges) {
    merges_.push_back(merge);
    return true;
  }
  return refuse_limit({fmt::format("セルの結合が{}個を超えています", draft_.limits.merges),
                       fmt::format("more than {} merges of cells", draft_.limits.merges)});
}

bool SheetDraft::count_repeated(std::size_t cells_and_merges) {
  draft_.repeated += cells_and_merges;
  if (draft_.repeated <= draft_.limits.repeated) return true;
  return refuse_limit({"結合のある行の繰り返しが多すぎます", "rows with merges repeat too often"},
                      first_);
}

bool SheetDraft::refuse_overlap(const CellRange& a, const CellRange& b) {
  return refuse("sheet.merge",
                {fmt::format("セルの結合{}と{}が重なっています", range_name(a), range_name(b)),
                 fmt::format("the merges {} and {} overlap", range_name(a), range_name(b))},
                b.first_row, b.first_column);
}

void SheetDraft::say_covered(const CellRange& merge, int row, int column) {
  say(Level::warning, "cell.covered",
      {fmt::format("結合{}に隠れた値があり、読みません。結合を解いて確かめてください",
                   range_name(merge)),
       fmt::format("a value hidden under the merge {} is left out; undo the merge and look",
                   range_name(merge))},
      row, column);
}

// Merged cells are filled when somebody asks; a short file must not ask for terabytes that way.
bool SheetDraft::count_merged(const CellRange& merge, const CellRun& first) {
  first_ = merge.first_row;
  last_ = std::min(merge.last_row, parts_.rows.back().last);
  return count_cells(first, merge.first_column,
                     std::min(merge.last_column, columns_) - merge.first_column + 1);
}

bool SheetDraft::check_row(const MergeSweep& sweep, const RowRun& row, std::size_t end) {
  for (std::size_t at = row.cells; at < end; ++at) {
    const CellRun& cell = parts_.cells[at];
    const CellRange* merge = sweep.at(cell.column);
    if (merge == nullptr) continue;
    if (merge->first_row != row.first || merge->first_column != cell.column)
      say_covered(*merge, row.first, cell.column);
    else if (!count_merged(*merge, cell))
      return false;
  }
  return true;
}

bool SheetDraft::check_merges() {
  MergeSweep sweep(parts_.merges);
  for (std::size_t at = 0; at < parts_.rows.size(); ++at) {
    const RowRun& row = parts_.rows[at];
    if (const auto two = sweep.go_to(row.first)) return refuse_overlap(two->first, two->second);
    const bool last = at + 1 == parts_.rows.size();
    if (!check_row(sweep, row, last ? parts_.cells.size() : parts_.rows[at + 1].cells))
      return false;
  }
  if (const auto two = sweep.go_to(draft_.limits.rows))
    return refuse_overlap(two->first, two->second);
  return true;
}

void SheetDraft::say_merges() {
  for (const CellRange& merge : parts_.merges.all())
    say(Level::note, "sheet.merge",
        {fmt::format("結合されたセル{}は、すべて左上の値として読みます（規則1-4）",
                     range_name(merge)),
         fmt::format("all cells of the merge {} are read as its first (rule 1-4)",
                     range_name(merge))},
        merge.first_row, merge.first_column);
}

void SheetDraft::say_hidden() {
  if (parts_.visibility != Visibility::visible)
    say(Level::note, "sheet.hidden", {"非表示のシートです", "the sheet is hidden"}, 0, 0);
  for (const CellSpan& rows : parts_.hidden_rows)
    say(Level::note, "sheet.hidden",
        {fmt::format("非表示の行: {}行目。範囲にあれば読み、ファイルと一緒に公開されます",
                     rows_name(rows)),
         fmt::format(
             "hidden rows {}: read where they are in the range, and given out with the file",
             rows_name(rows))},
        rows.first, 0);
  for (const CellSpan& columns : parts_.hidden_columns)
    say(Level::note, "sheet.hidden",
        {fmt::format("非表示の列: {}列。範囲にあれば読み、ファイルと一緒に公開されます",
                     columns_name(columns)),
         fmt::format("hidden columns {}: read where they are in the range, and given out with the "
                     "file",
                     columns_name(columns))},
        0, columns.first);
}

// What a comment says may change a figure, or be meant for the office alone.
void SheetDraft::say_counted() {
  if (rubies_.count > 0)
    say(Level::note, "cell.ruby",
        {fmt::format("{}個のセルのふりがなは読みません", rubies_.count),
         fmt::format("furigana is left out; cells that have it: {}", rubies_.count)},
        rubies_.row, rubies_.column);
  if (comments_.count > 0)
    say(Level::warning, "sheet.comment",
        {"コメント（メモ）のあるセルがあります。コメントは読みませんが、ファイルを公開すれば一緒に"
         "公開されます。数値に関わることなら表に書き、コメントは消すか、publish_file = false（公開"
         "してよければ true）と書いてください",
         "cells have comments, which are not read, but go out where the file does: what matters "
         "for a figure belongs into the table; delete them, or write publish_file = false (true if "
         "they may go out)"},
        comments_.row, comments_.column);
}

void SheetDraft::say_more() {
  for (const auto& [code, said] : said_) {
    const int more = said.first - shown_of_a_code;
    if (more <= 0) continue;
    add_finding(parts_.findings, said.second, {draft_.file, 0, 0}, code,
                here({fmt::format("同じ指摘がほかに{}件あります", more),
                      fmt::format("{} more findings of this kind", more)}));
  }
}

std::optional<Sheet> SheetDraft::finish() {
  if (draft_.names.size() >= draft_.limits.sheets) {
    refuse_limit({fmt::format("シートが{}枚を超えています", draft_.limits.sheets),
                  fmt::format("more than {} sheets", draft_.limits.sheets)});
    return std::nullopt;
  }
  if (!draft_.names.insert(parts_.name).second) {
    refuse("workbook.part", {"同じ名前のシートが2つあります", "two sheets have this name"});
    return std::nullopt;
  }
  parts_.text = draft_.text;
  parts_.hidden_columns = in_order(std::move(parts_.hidden_columns));
  parts_.merges = MergeIndex(std::move(merges_));
  if (!parts_.merges.all().empty() && !check_merges()) return std::nullopt;
  say_hidden();
  say_merges();
  say_counted();
  say_more();
  return Sheet(std::move(parts_));
}

}  // namespace yokoten
