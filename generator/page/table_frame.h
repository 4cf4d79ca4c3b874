#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "page/context.h"

namespace yokoten {

/// All texts are plain; the template escapes them.
struct TableColumn {
  std::string title, unit;
  bool number = false;
  bool bar = false;  ///< holds bars, dropped on a phone
};

struct TableCell {
  std::string text{}, link{}, tag{};
  bool number = false, strong = false;
  bool state = false;           ///< the word for a missing value
  int span = 1;                 ///< columns
  std::optional<double> bar{};  ///< length in percent of the cell instead of the text
  bool bar_gap = false;         ///< stands under bars without being one
};

struct TableRow {
  std::string name, link;
  std::vector<TableCell> cells{};
  bool own = false;    ///< what the page is about, or the whole of the others
  std::string rank{};  ///< place in front of the name, where the table is ranked
};

/// Bytes from which names wrap: 16 Japanese letters.
inline constexpr std::size_t kLongLabel = 48;

/// A table as the template `table` shows it.
struct TableFrame {
  std::string id, caption, source_html;
  std::vector<TableColumn> columns;  ///< the first is the names'
  std::vector<TableRow> rows;
  std::optional<double> bar_line;  ///< where the dashed line stands in the bars, in percent
  bool tall = false;               ///< scrolls in its own box
  bool mid = false;                ///< one line a row
  bool loose = false;              ///< rows of text, or with names of kLongLabel
  bool ranked = false;             ///< names stand behind their places
};

std::string table_html(Context& context, const TableFrame& frame);

inline TableCell text_cell(std::string text) { return {.text = std::move(text)}; }
/// A cell of figures, right-aligned.
inline TableCell number_cell(std::string text, bool strong = false) {
  return {.text = std::move(text), .number = true, .strong = strong};
}
/// The word for a missing value over `span` columns.
inline TableCell state_cell(std::string word, int span = 1) {
  return {.text = std::move(word), .state = true, .span = span};
}
/// The word for a missing value in a column of figures.
inline TableCell number_state_cell(std::string word) {
  return {.text = std::move(word), .number = true, .state = true};
}

}  // namespace yokoten
