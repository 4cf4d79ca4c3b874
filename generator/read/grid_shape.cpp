#include "read/grid_shape.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/text.h"
#include "model/cell_number.h"
#include "model/period_digits.h"
#include "read/cell_symbols.h"

namespace yokoten {
namespace {

constexpr std::string_view kNoteMarks[] = {"注",   "※",  "*",    "(注", "出典", "資料",  "備考:",
                                           "出所", "※1", "【注", "[注", "<注",  "(出典", "(資料"};

constexpr std::size_t kLongestTime = 18;   // bytes: six digits of full width
constexpr std::size_t kLongestUnit = 300;  // bytes

bool is_number(std::string_view text) { return read_number(text, Source{}).has_value(); }

// 2024 or 202404, of digits alone: 19.5 is a rate.
bool is_time(std::string_view cell) {
  if (cell.size() > kLongestTime) return false;
  const std::string text = folded(cell);
  if (text.size() == 6) return period_of_digits(text).has_value();
  return text.size() == 4 && is_digits(text) && (text.starts_with("19") || text.starts_with("20"));
}

bool begins_as_note(std::string_view cell) {
  const std::string text = folded(cell);
  return std::any_of(std::begin(kNoteMarks), std::end(kNoteMarks),
                     [&](auto mark) { return text.starts_with(mark); });
}

// （単位：人） in a cell of its own; 単位 and 単位数 are headings.
bool is_unit_cell(std::string_view cell) {
  if (cell.size() > kLongestUnit) return false;
  const std::string text = tight_text(cell);
  const bool in_brackets = text.ends_with(')') && text != "(単位)";
  return text.starts_with("単位:") || (in_brackets && text.starts_with("(単位"));
}

bool is_unit_line(std::string_view cell) { return folded(cell).find("単位") != std::string::npos; }

}  // namespace

RowShape shape_of(const GridRow& row) {
  RowShape shape;
  shape.row = row.row;
  shape.filled.assign(row.cells.size() + 1, 0);
  int years = 0;
  std::set<std::string_view> texts;
  std::string_view last;
  for (std::size_t at = 0; at < row.cells.size(); ++at) {
    const std::string_view text = trimmed_text(row.cells[at].text);
    if (text.empty()) continue;
    shape.filled[at + 1] = 1;
    shape.last = static_cast<int>(at) + 1;
    if (shape.first == 0) {
      shape.first = shape.last;
      shape.begins_itself = !row.cells[at].is_copy;
    }
    shape.is_distinct = texts.insert(text).second && (shape.is_distinct || texts.size() == 1);
    if (row.cells[at].is_copy) continue;
    if (shape.own++ == 0) shape.text = text;
    shape.figures += is_number(text) ? 1 : 0;
    years += is_time(text) ? 1 : 0;
    last = text;
    if (!is_symbol(text)) continue;
    ++shape.symbols;
    shape.has_gap = shape.has_gap || shape.last > shape.first;
  }
  shape.years = years >= 2 && years == shape.figures;
  shape.is_note = begins_as_note(shape.text);
  shape.is_unit = shape.own == 1 && is_unit_line(shape.text);
  shape.is_title = shape.own >= 2 && shape.figures == 0 && is_unit_cell(last);
  return shape;
}

TitleLine title_line(const GridRow& row) {
  std::vector<std::string_view> texts;
  for (const GridCell& cell : row.cells)
    if (const auto text = trimmed_text(cell.text); !cell.is_copy && !text.empty())
      texts.push_back(text);
  if (texts.empty()) return {};
  const std::string first = folded(texts.front());
  if (texts.size() < 2 || !first.ends_with(':')) return {{}, std::string(texts.front())};
  return {first.substr(0, first.size() - 1), std::string(texts[1])};
}

}  // namespace yokoten
