#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"

namespace yokoten {

/// What may stand in a cell, and how it becomes a value of a file.
enum class Entry {
  line,    ///< text in one line; blanks at its ends are left out
  text,    ///< text that may have several lines
  body,    ///< Markdown, TOML or YAML as it stands
  id,      ///< a name of a-z 0-9 -, a code or a path: half-width letters
  code,    ///< an area's code: six digits, which a spreadsheet likes to shorten
  number,  ///< a plain number
  year,    ///< a fiscal year: 2025, 2025年度, 令和7年度
  day,     ///< a date
  moment,  ///< a date or a month
  period,  ///< a date, a month, a year, or the heading of a column
  time,    ///< 13:30
  truth,   ///< はい or いいえ
  word,    ///< one of `words`
  lines,   ///< a text a line
  ids,     ///< ids, by lines, blanks or commas
  rows,    ///< rows of a table: 4, 4、5, 4～6
  pair     ///< KEY=CODE
};

struct BookWord {
  std::string label;  ///< what the cell says
  std::string code;   ///< what the file says; a cell may say this too
};

struct BookColumn {
  std::string key;  ///< of the file, `period.from` below another; `*…` where it is no plain key
  std::string heading;
  Entry entry = Entry::line;
  int width = 12;    ///< in half-width letters
  std::string note;  ///< what to write here
  bool required = false;
  std::vector<BookWord> words = {};  ///< of a word all that may stand there, of a line other names
  /// The list in the sheet 選択肢 that is offered, or the form whose first column is.
  std::string offered = {};
};

/// One sheet of the workbook. Upright forms have an entry a row in place of a column.
struct BookForm {
  std::string name;
  std::string note;
  std::vector<BookColumn> columns;
  bool upright = false;
  bool required = false;

  /// nullptr where no column has this heading (of either width) or key.
  const BookColumn* with_heading(std::string_view heading) const;
  const BookColumn* with_key(std::string_view key) const;
};

/// Names of the sheets.
namespace sheet {
inline constexpr const char *settings = "設定", *menu = "メニュー", *sources = "資料",
                            *columns = "資料の列", *programmes = "補助事業", *cases = "好事例",
                            *effects = "好事例の効果", *photos = "好事例の写真",
                            *projects = "モデル事業", *offices = "モデル事業の事業所",
                            *results = "モデル事業の結果", *documents = "モデル事業の文書",
                            *events = "研修・催し", *contacts = "問い合わせ先",
                            *waivers = "公表しないもの", *corrections = "訂正",
                            *others = "その他のファイル", *guide = "はじめに", *lists = "選択肢",
                            *findings = "指摘";
}  // namespace sheet

/// All forms in the order of the sheets.
const std::vector<BookForm>& book_forms();

/// The form of a sheet, or nullptr; the guide, the lists and the findings are no forms.
const BookForm* form_of(std::string_view sheet_name);

/// The row that names the columns: the first with two known headings, so that a title may stand
/// above it; without such a row the first that is no remark, 0 in an empty sheet.
int heading_row_of(const BookSheet& sheet, const BookForm& form);

/// The sheets that are written for people and never read.
bool is_unread_sheet(std::string_view sheet_name);

/// Begins a row that only explains.
inline constexpr std::string_view remark = "※";

}  // namespace yokoten
